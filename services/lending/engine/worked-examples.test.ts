import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatRate, parseRate } from '#shared/domain/rate.ts';
import { readProgrammes } from '#shared/reference/reference-data.ts';
import type { ProgrammeRecord } from '#shared/reference/reference-data.ts';
import { asOf, day, lent, months, text } from '#test/support/engine-terms.ts';
import type { Answer, Span } from './domain/answers/answer.ts';
import type { LoanTerms } from './domain/terms/terms.ts';

/** One example per programme that a person can redo on paper; the README holds what the engine says. */

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const known = readProgrammes().filter(({ versions }) => (versions.at(-1)?.ratePerYear ?? null) !== null);

interface Example {
  readonly amount: number;
  readonly start: string;
  readonly change: Partial<LoanTerms>;
}

/** Terms that differ from principal in equal parts and interest monthly. */
const OWN: Readonly<Record<string, Partial<LoanTerms>>> = {
  'disadvantaged-student': { interestEvery: months(12) },
  'stem-student': { interestEvery: months(12) },
  'poor-housing': { instalments: 15, grace: { principal: 5, interestPayment: 0, interestFree: 0 } },
};

function exampleOf({ programmeId, versions }: ProgrammeRecord): Example {
  const version = versions.at(-1);
  if (!version?.ratePerYear) throw new Error(`${programmeId} has no rate`);
  const rule = version.principalEveryMonths?.find(({ termUpToMonths }) => (termUpToMonths ?? 48) >= 48);
  const every = rule?.everyMonths ?? 12;
  const most = Number(version.maxAmount?.amount ?? 50_000_000);
  return {
    amount: most < 10_000_000 ? 40_000_000 : Math.min(most, 50_000_000),
    start: version.to === null && version.from < '2026-01-15' ? '2026-01-15' : version.from,
    change: {
      rates: [{ from: null, rate: parseRate(version.ratePerYear) }],
      overdueRateFactor: parseRate(version.overdueFactor),
      principalEvery: months(every),
      instalments: 48 / every,
      ...OWN[programmeId],
    },
  };
}

const money = (amount: number): string => amount.toLocaleString('en-US');

function formula({ balance, rate, days }: Span): string {
  return `${money(balance)} × ${percent(rate.numerator, rate.denominator)} % × ${String(days)} / 365`;
}

function percent(numerator: number, denominator: number): string {
  return formatRate(((BigInt(numerator) * 1_000_000n) / BigInt(denominator)) as ReturnType<typeof parseRate>);
}

function section(programme: ProgrammeRecord): string {
  const { amount, start, change } = exampleOf(programme);
  const answer = (on: number): Answer => asOf(text(on), change, [lent(start, amount)]);
  const { instalments } = answer(day(start));
  const [first] = instalments;
  const principal = instalments.find((row) => row.principal > 0);
  if (!first || !principal) throw new Error(`${programme.programmeId} asks nothing`);
  const quote = first.due + 10;
  const quoted = answer(quote);
  const late = answer(principal.due + 30);
  const missed = late.derivation.filter(({ kind }) => kind === 'overdue');
  const bearing = instalments.filter((row) => row.principal > 0).length;
  const step = change.principalEvery?.n ?? 1;
  const rows = [
    ['interest', first.due, firstSpans(answer(first.due)), first.interest],
    ['principal', principal.due, `${money(amount)} / ${String(bearing)}`, principal.principal],
    [
      'payoff',
      quote,
      `${money(amount)} + ${quoted.derivation.map(formula).join(' + ')}`,
      quoted.payoff.total,
    ],
    ['overdue interest', principal.due + 30, missed.map(formula).join(' + '), late.position.overdueInterest],
  ] as const;
  const lines = rows.map(
    ([what, on, byHand, figure]) => `| ${what} | ${text(on)} | ${byHand} | ${money(figure)} |`,
  );
  return [
    `**${programme.nameVi}** (${programme.nameEn}): ${money(amount)} on ${start}, principal every ${String(step)} months.`,
    '',
    '| what | on | by hand | đồng |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function firstSpans({ derivation }: Answer): string {
  return derivation.map(formula).join(' + ');
}

/** Tables without the padding a formatter gives them. */
const squeezed = (markdown: string): string =>
  markdown
    .replaceAll(/ *\| */g, '|')
    .replaceAll(/-+/g, '-')
    .replaceAll('**', '');

describe('the worked examples', () => {
  test.each(known.map((programme) => [programme.programmeId, programme] as const))(
    'of %s are in the README as the engine computes them',
    (_, programme) => {
      expect(squeezed(readme)).toContain(squeezed(section(programme)));
    },
  );
});
