import fc from 'fast-check';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { rate } from './life-rates.ts';
import { rowsOf } from './oracle/rows.ts';
import type { RowDates } from './oracle/rows.ts';

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
