import fc from 'fast-check';
import type { Fact } from '#lending/domain/engine/facts.ts';
import type { LoanTerms } from '#lending/domain/engine/terms.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { dayOfMonth, monthsLater, toNumber } from './oracle/calendar.ts';
import { rowsOf } from './oracle/rows.ts';
import type { RowDates } from './oracle/rows.ts';

export interface LifeOfLoan {
  readonly terms: LoanTerms;
  readonly facts: readonly Fact[];
  readonly asOf: number;
  readonly knownOn: string | null;
}

export const millionths = (value: number): Rate => BigInt(Math.round(value * 1_000_000)) as Rate;

/** Tenths of a per cent, now and then a rate of six decimals. */
const rate = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 150 }).map((tenths) => millionths(tenths / 10)) },
  { weight: 1, arbitrary: fc.constantFrom(8.382, 7.92, 0.000001, 6.6).map(millionths) },
);

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
      dayCount: fc.constantFrom(...(['actual/365', 'actual/360', 'actual/actual', '30/360'] as const)),
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
        beyond: fc.constantFrom('next' as const, 'last' as const),
      }),
    })
    .map(({ interest: method, priced, ...terms }) => ({
      ...terms,
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

/** An amount of payment: a few thousand đồng, something like an instalment, or more than the loan. */
function paymentOf(principal: number, rows: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: 1, max: 50_000 }),
    fc.integer({ min: 1, max: Math.max(1, Math.round((principal * 3) / rows)) }),
    fc.integer({ min: 1, max: Math.round(principal * 1.1) }),
    // Exactly what was lent or a share of it: then only interest is left, or nothing.
    fc.constantFrom(principal, Math.max(1, principal - 1), Math.max(1, Math.floor(principal / rows))),
  );
}

/** Facts that fit the terms: dates from its own rows, so that few lives are refused. */
export function factsFor(terms: LoanTerms, start: number): fc.Arbitrary<{ facts: Fact[]; asOf: number }> {
  const rows = rowsOf(terms, [], start);
  const last = rows.at(-1)?.due ?? start;
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 100 }).map((millions) => millions * 1_000_000),
    fc.integer({ min: 1000, max: 200_000_000 }),
  );
  return amount.chain((principal) => {
    const someDay = fc.oneof(
      fc.integer({ min: start, max: last + 60 }),
      fc.constantFrom(...rows.map(({ due }) => due)),
      fc.constantFrom(...rows.flatMap(({ due }) => [due - 1, due + 1])),
    );
    const inTerm = fc.integer({ min: start, max: last - 1 });
    const maybe = (weight: number, facts: fc.Arbitrary<Fact[]>): fc.Arbitrary<Fact[]> =>
      fc.oneof({ weight: 10, arbitrary: fc.constant<Fact[]>([]) }, { weight, arbitrary: facts });
    const payments = fc
      .array(
        fc.tuple(
          someDay,
          paymentOf(principal, rows.length),
          fc.integer({ min: 0, max: 9 }),
          fc.integer({ min: 0, max: 90 }),
        ),
        {
          maxLength: 8,
        },
      )
      .map((drawn) =>
        drawn.flatMap(([on, paid, reversed, later], index): Fact[] => {
          const id = `p${String(index)}`;
          const payment: Fact = { type: 'payment', id, on, amount: paid };
          return reversed === 0 ? [payment, { type: 'reversal', target: id, on: on + later }] : [payment];
        }),
      );
    return fc
      .record({
        first: fc.constant<Fact[]>([{ type: 'disbursement', id: 'd0', on: start, amount: principal }]),
        tranches: maybe(
          4,
          fc.array(fc.tuple(inTerm, amount), { maxLength: 2 }).map((drawn) =>
            drawn.map(([on, paidOut], index): Fact => ({
              type: 'disbursement',
              id: `d${String(index + 1)}`,
              on,
              amount: paidOut,
            })),
          ),
        ),
        payments,
        changes: maybe(
          3,
          fc
            .uniqueArray(fc.tuple(someDay, rate), { maxLength: 2, selector: ([on]) => on })
            .map((drawn) => drawn.map(([on, next]): Fact => ({ type: 'rate-change', on, rate: next }))),
        ),
        pause: maybe(
          3,
          fc
            .tuple(someDay, fc.integer({ min: 0, max: 60 }))
            .map(([from, days]): Fact[] => [{ type: 'interest-pause', from, to: from + days }]),
        ),
        move: maybe(3, moveOf(rows, start)),
        adjustment: maybe(
          terms.amortisation === 'equal-instalment' ? 0 : 3,
          adjustmentOf(terms, rows, start),
        ),
        extension: maybe(
          terms.amortisation === 'equal-instalment' ? 0 : 2,
          fc
            .tuple(inTerm, fc.integer({ min: 1, max: Math.max(1, Math.floor((last - start) / 2) - 20) }))
            .map(([on, days]): Fact[] => [{ type: 'extension', on, to: last + days }]),
        ),
        freeze: maybe(2, freezeOf(someDay)),
        waiver: maybe(
          3,
          fc
            .tuple(
              someDay,
              fc.oneof(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 50_000_000 })),
            )
            .map(([on, given]): Fact[] => [{ type: 'waiver', id: 'w', on, amount: given }]),
        ),
        end: maybe(
          1,
          fc
            .tuple(someDay, fc.integer({ min: 1, max: principal }), fc.integer({ min: 0, max: 100 }))
            .map(([on, got, later]): Fact[] => [
              { type: 'write-off', on },
              { type: 'recovery', id: 'r', on: on + later, amount: got },
            ]),
        ),
        remark: maybe(
          1,
          someDay.map((on): Fact[] => [{ type: 'transfer', on }]),
        ),
        asOf: fc.integer({ min: start, max: last + 120 }),
      })
      .map(({ asOf, ...parts }) => ({ asOf, facts: Object.values(parts).flat() }));
  });
}

function moveOf(rows: readonly RowDates[], start: number): fc.Arbitrary<Fact[]> {
  return fc
    .tuple(fc.nat(rows.length - 1), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    .map(([index, part]): Fact[] => {
      const row = rows[index];
      if (row === undefined) return [];
      const before = rows[index - 1]?.due ?? start;
      const after = rows[index + 1]?.due ?? row.due + 40;
      const to = before + Math.floor((after - before) * part);
      return to <= before || to === row.due ? [] : [{ type: 'due-date-move', from: row.due, to }];
    });
}

function adjustmentOf(terms: LoanTerms, rows: readonly RowDates[], start: number): fc.Arbitrary<Fact[]> {
  const each =
    terms.amortisation === 'bullet'
      ? []
      : rows.filter(({ instalments }) => instalments.some((number) => number > terms.grace.principal));
  return fc
    .tuple(fc.nat(20), fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([which, target, part]): Fact[] => {
      const index = which % Math.max(1, each.length - 1);
      const [from, next] = [each[index], each[index + 1]];
      if (from === undefined || next === undefined) return [];
      const among = rows.filter(({ n }) => from.n < n && n <= next.n);
      const to = among[target % among.length];
      const on = start + Math.floor((from.due - start) * part);
      return to === undefined ? [] : [{ type: 'instalment-adjustment', on, from: from.due, to: to.due }];
    });
}

function freezeOf(someDay: fc.Arbitrary<number>): fc.Arbitrary<Fact[]> {
  return fc
    .tuple(someDay, fc.option(fc.integer({ min: 0, max: 90 })), fc.option(fc.integer({ min: 1, max: 60 })))
    .map(([on, until, end]) => {
      const freeze: Fact = { type: 'freeze', on, until: until === null ? null : on + until };
      const endsBefore = end !== null && (until === null || end <= until);
      return endsBefore ? [freeze, { type: 'freeze-end', on: on + end }] : [freeze];
    });
}

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
