import { canonical } from '#shared/domain/canonical.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Split, SplitDay } from './interest-split.ts';
import type { LegalSource, RateBase, ShareBase, SplitTerms, TermOnDay } from './split-terms.ts';

type Base = RateBase | ShareBase;

/** Days in a row on which one rate held, and what it was taken of, đồng. */
export interface SplitLine {
  readonly term:
    'risk-provision-rate' | 'management-fee-rate' | 'management-fee-cap' | 'steering-activities-share';
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly base: Base;
  readonly baseAmount: Vnd;
  readonly rate: Rate;
  readonly contract: { readonly number: string; readonly version: number };
  readonly source: LegalSource | null;
}

const TERMS: readonly (readonly [SplitLine['term'], (terms: SplitTerms) => TermOnDay<Base> | null])[] = [
  ['risk-provision-rate', ({ provision }) => provision],
  ['management-fee-rate', ({ fee }) => fee],
  ['management-fee-cap', ({ cap }) => cap],
  ['steering-activities-share', ({ activities }) => activities],
];

/** The bases and rates a split was reckoned from, so that a person can redo it on paper. */
export function splitLines(days: readonly SplitDay[], { left }: Pick<Split, 'left'>): SplitLine[] {
  return TERMS.flatMap(([term, termOf]) => {
    const lines = linesOf(days, term, termOf);
    const last = lines.find(({ to }) => to === days.at(-1)?.day);
    // What is left has no days: its share is taken of the whole month as the last day says, or not at all.
    if (last?.base !== 'interest-after-provision-and-fee') {
      return lines.filter(({ base }) => base !== 'interest-after-provision-and-fee');
    }
    return [{ ...last, from: days[0]?.day ?? last.from, days: days.length, baseAmount: left }];
  });
}

function linesOf(
  days: readonly SplitDay[],
  term: SplitLine['term'],
  termOf: (terms: SplitTerms) => TermOnDay<Base> | null,
): SplitLine[] {
  const lines: SplitLine[] = [];
  let held = '';
  for (const { day, performing, interest, terms } of days) {
    const onDay = terms && termOf(terms);
    const now = onDay === null ? '' : canonical(onDay);
    const amount = vnd(onDay?.base === 'performing-balance' ? performing : interest);
    const last = lines.at(-1);
    if (onDay !== null && last !== undefined && now === held) {
      const grown = { to: day, days: last.days + 1, baseAmount: vnd(last.baseAmount + amount) };
      lines[lines.length - 1] = { ...last, ...grown };
    } else if (onDay !== null) {
      lines.push({ term, from: day, to: day, days: 1, baseAmount: amount, ...onDay });
    }
    held = now;
  }
  return lines;
}
