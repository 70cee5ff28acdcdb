import fc from 'fast-check';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { factsFor } from './life-facts.ts';
import { millionths, rate } from './life-rates.ts';
import { dayOfMonth, monthsLater, toNumber } from './oracle/calendar.ts';

export interface LifeOfLoan {
  readonly terms: LoanTerms;
  readonly facts: readonly Fact[];
  readonly asOf: number;
  readonly knownOn: string | null;
}

const START = toNumber('2023-01-01');

export const startDay = fc.integer({ min: START, max: START + 900 });

/** Rhythms that go together: rows, and how many of them make one principal instalment. */
const rhythm = fc.oneof(
  fc.record({ unit: fc.constant('day' as const), n: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant('week' as const), n: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ unit: fc.constant('month' as const), n: fc.constantFrom(1, 1, 1, 2, 3, 6) }),
  fc.record({ unit: fc.constant('year' as const), n: fc.constant(1) }),
);

const order = fc.constantFrom('IP' as const, 'PI' as const);

interface Raw {
  readonly amortisation: LoanTerms['amortisation'];
  readonly every: { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly n: number };
  readonly rowsEach: number;
  readonly instalments: number;
}

const rawOf = (...amortisations: Raw['amortisation'][]): fc.Arbitrary<Raw> =>
  fc
    .record({
      amortisation: fc.constantFrom(...amortisations),
      every: rhythm,
      rowsEach: fc.constantFrom(1, 1, 2, 3),
      instalments: fc.integer({ min: 1, max: 8 }),
    })
    .map((drawn) => ({
      ...drawn,
      rowsEach: drawn.amortisation === 'equal-instalment' ? 1 : drawn.rowsEach,
      instalments: drawn.every.unit === 'year' ? Math.min(drawn.instalments, 2) : drawn.instalments,
    }));

/** About where the n-th due date lies when the first is derived. */
function nthDue(start: number, { unit, n }: Raw['every'], count: number): number {
  if (unit === 'day' || unit === 'week') return start + n * count * (unit === 'week' ? 7 : 1);
  return monthsLater(start, n * count * (unit === 'year' ? 12 : 1), dayOfMonth(start));
}

/** Terms of every supported kind; amounts and dates that depend on the start are counted from it. */
export function termsFor(
  { amortisation, every, rowsEach, instalments }: Raw,
  start: number,
): fc.Arbitrary<LoanTerms> {
  const isLevel = amortisation === 'equal-instalment';
  const isCustom = amortisation === 'custom';
  const rows = instalments * rowsEach;
  // Days that fall on a due date or beside it are where an engine goes wrong.
  const nearDue = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(-1, 0, 1))
    .map(([n, beside]) => Math.max(1, nthDue(start, every, n) + beside));
  const soon = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 400 }).map((days) => start + days) },
    { weight: 1, arbitrary: nearDue },
  );
  const stretch = fc
    .tuple(soon, fc.integer({ min: 0, max: 120 }))
    .map(([from, days]) => ({ from, to: from + days }));
  const none = fc.constant([]);
  const rare = <T>(value: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
  const steps = fc
    .tuple(rate, fc.uniqueArray(fc.tuple(soon, rate), { maxLength: 2, selector: ([from]) => from }))
    .map(([first, later]) => [
      { from: null, rate: first },
      ...later.map(([from, next]) => ({ from, rate: next })),
    ]);
  const factored = fc.tuple(steps, fc.constantFrom(0.5, 1.2, 1.27)).map(([baseRates, factor]) => ({
    baseRates,
    rates: [{ from: null, factor: millionths(factor) }],
  }));
  const custom = fc
    .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: instalments, maxLength: instalments })
    .chain((days) =>
      fc.tuple(
        ...days
          .toSorted((a, b) => a - b)
          .map((day) =>
            fc.record({
              due: fc.constant(start + day),
              principal: fc.integer({ min: 0, max: 20_000 }).map((thousands) => thousands * 1000 + 7),
            }),
          ),
      ),
    );
  const interest = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constant({
        interestMethod: 'declining-balance',
        interestRunsOn: 'actual-balance',
      } as const),
    },
    {
      weight: 2,
      arbitrary: fc.constant({ interestMethod: 'declining-balance', interestRunsOn: 'schedule' } as const),
    },
    {
      weight: isLevel ? 0 : 1,
      arbitrary: fc.constant({ interestMethod: 'flat', interestRunsOn: 'schedule' } as const),
    },
  );
  return fc
    .record({
      dayCount: fc.constantFrom(
        ...(['actual/365', 'actual/360', 'actual/actual', '30/360'] as const),
        ...(['actual/365-leap', 'actual/actual-start', '30/360-moved'] as const),
      ),
      payoffInterest: fc.constantFrom(undefined, 'accrued' as const, 'all-scheduled' as const),
      payoffRow: fc.constantFrom(undefined, 'current' as const, 'last' as const),
      monthEnd: fc.constantFrom(undefined, 'shortens' as const, 'rolls' as const),
      levelTotal: isLevel
        ? fc.constantFrom(undefined, 'falls' as const, 'kept' as const)
        : fc.constant(undefined),
      interest,
      priced: fc.oneof(
        {
          weight: 3,
          arbitrary: rate.map((only) => ({ rates: [{ from: null, rate: only }], baseRates: [] })),
        },
        { weight: 1, arbitrary: steps.map((rates) => ({ rates, baseRates: [] })) },
        { weight: 1, arbitrary: factored },
      ),
      cuts: rare<LoanTerms['cuts']>(
        [],
        stretch.map((span) => [{ ...span, factor: millionths(0.9) }]),
      ),
      supports: rare<LoanTerms['supports']>(
        [],
        stretch.map((span) => [{ ...span, points: millionths(2), payer: 'province' }]),
      ),
      overdueRateFactor: fc.constantFrom(1, 1.3, 1.5).map(millionths),
      firstDue: rare<number | null>(
        null,
        fc.integer({ min: 1, max: 60 }).map((days) => start + days),
      ),
      transactionDays:
        every.unit === 'month' || every.unit === 'year'
          ? rare<LoanTerms['transactionDays']>(
              [],
              fc
                .tuple(fc.integer({ min: 1, max: 31 }), fc.option(fc.integer({ min: 1, max: 31 })), soon)
                .map(([day, other, from]) => [
                  ...(other === null ? [] : [{ from, day: other }]),
                  { from: null, day },
                ]),
            )
          : none,
      custom: isCustom ? custom : none,
      grace: rare<LoanTerms['grace']>(
        { principal: 0, interestPayment: 0, interestFree: 0 },
        fc
          .record({
            principal: fc.integer({ min: 0, max: Math.max(0, instalments - 1) }),
            interestPayment: fc.integer({ min: 0, max: Math.max(0, rows - 1) }),
            interestFree: fc.integer({ min: 0, max: Math.min(rows, 2) }),
          })
          .map((grace) => ({
            ...grace,
            principal: isCustom || amortisation === 'bullet' ? 0 : grace.principal,
            interestPayment: isCustom
              ? Math.min(grace.interestPayment, instalments - 1)
              : isLevel
                ? Math.min(grace.interestPayment, grace.principal)
                : grace.interestPayment,
          })),
      ),
      principalMultiple:
        amortisation === 'equal-principal' ? fc.constantFrom(1, 1, 1000, 100_000) : fc.constant(1),
      instalmentMultiple: isLevel ? fc.constantFrom(1, 1, 100, 1000) : fc.constant(1),
      lastInstalment: isLevel
        ? fc.constantFrom('takes-rest' as const, 'smoothed' as const)
        : fc.constant('takes-rest' as const),
      rounding: fc.constantFrom('half-up' as const, 'half-even' as const),
      interestRounding: fc.constantFrom(undefined, 'per-row' as const, 'per-stretch' as const),
      overdueRegime: fc.constantFrom('per-instalment' as const, 'maturity-only' as const),
      overduePrincipalAccrues: fc.constantFrom(true, true, false),
      earlyPayment: fc.constantFrom(
        'within-instalment-amount' as const,
        'principal-only-interest-at-due-date' as const,
      ),
      allocation: fc.record({
        pastDue: order,
        due: order,
        inAdvance: order,
        beyond: fc.constantFrom('next' as const, 'last' as const, 'last-before-current' as const),
      }),
    })
    .map(({ interest: method, priced, ...terms }) => ({
      ...terms,
      payoffInterest: method.interestRunsOn === 'schedule' ? terms.payoffInterest : undefined,
      monthEnd: terms.dayCount === '30/360' ? undefined : terms.monthEnd,
      interestRounding: terms.lastInstalment === 'smoothed' ? undefined : terms.interestRounding,
      ...method,
      ...priced,
      amortisation,
      instalments,
      interestEvery: every,
      principalEvery: { unit: every.unit, n: every.n * rowsEach },
    }));
}

const instant = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date((START + days) * 86_400_000 + 3_600_000).toISOString());

/** Lives of loans: terms, facts in any order of arrival, a day and now and then an instant of knowledge. */
const lifeWith = (raw: fc.Arbitrary<Raw>): fc.Arbitrary<LifeOfLoan> =>
  fc
    .tuple(raw, startDay)
    .chain(([drawn, start]) =>
      termsFor(drawn, start).chain((terms) =>
        fc.tuple(
          fc.constant(terms),
          factsFor(terms, start),
          fc.option(instant, { freq: 5 }),
          fc.array(fc.option(instant), { minLength: 30, maxLength: 30 }),
        ),
      ),
    )
    .map(([terms, { facts, asOf }, known, recorded]) => ({
      terms,
      asOf,
      knownOn: known,
      facts: facts.map((fact, index) => {
        const recordedAt = index === 0 ? null : recorded[index];
        return known === null || recordedAt === null ? fact : { ...fact, recordedAt };
      }),
    }));

export const lifeOfLoan = lifeWith(
  rawOf('equal-principal', 'equal-principal', 'equal-instalment', 'bullet', 'custom'),
);

/** Level instalments have the most to reckon: they get lives of their own. */
export const lifeOfLevelLoan = lifeWith(rawOf('equal-instalment'));
