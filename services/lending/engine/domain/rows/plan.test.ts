import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, day, months, rate, terms, text } from '#test/support/engine-terms.ts';
import { positionAt } from '../answers/position.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { plan } from './plan.ts';

const START = day('2026-01-15');

function planned(change: Partial<LoanTerms>, start: number, amount: number) {
  return plan(compileTerms(terms(change)), [{ on: start, amount }]);
}

describe('the schedule', () => {
  test('of nothing is empty', () => {
    expect(plan(compileTerms(terms()), [])).toEqual([]);
  });

  test('of 12 million at 6.6 % over 12 months, by hand', () => {
    const rows = planned({}, START, 12_000_000);
    // 12 000 000 × 6.6 % × 31 / 365 = 67 265.75…; 11 000 000 × 6.6 % × 28 / 365 = 55 693.15…
    expect(rows[0]).toEqual({
      n: 1,
      due: day('2026-02-15'),
      days: 31,
      principal: 1_000_000,
      interest: 67_266,
      balanceAfter: 11_000_000,
    });
    expect(rows[1]).toMatchObject({ days: 28, principal: 1_000_000, interest: 55_693 });
    expect(rows.at(-1)).toMatchObject({ principal: 1_000_000, balanceAfter: 0 });
  });

  test('rounds principal to the multiple and leaves the rest to the last', () => {
    const rows = planned({ instalments: 3, principalMultiple: 1000 }, START, 10_000_000);
    expect(rows.map(({ principal }) => principal)).toEqual([3_333_000, 3_333_000, 3_334_000]);
    const early = planned({ instalments: 4, principalMultiple: 1000 }, START, 2500);
    expect(early.map(({ principal }) => principal)).toEqual([1000, 1000, 500, 0]);
  });

  test('of the plain case is the general calculation with less in it', () => {
    const change = fc.record({
      rates: fc.integer({ min: 0, max: 30_000 }).map((thousandths) => rate(String(thousandths / 1000))),
      dayCount: fc.constantFrom('actual/365', 'actual/360'),
      interestEvery: fc.constantFrom(months(1), months(2), months(12)),
      every: fc.integer({ min: 1, max: 4 }),
      instalments: fc.integer({ min: 1, max: 24 }),
      principalMultiple: fc.constantFrom(1, 1000, 1_000_000),
      rounding: fc.constantFrom('half-up', 'half-even'),
      first: fc.option(fc.integer({ min: 1, max: 800 })),
    });
    fc.assert(
      fc.property(
        change,
        fc.integer({ min: day('2019-12-01'), max: day('2029-03-31') }),
        fc.oneof(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 10 ** 11, max: 10 ** 13 })),
        ({ every, first, ...rest }, start, amount) => {
          const compiled = compileTerms(
            terms({
              ...rest,
              principalEvery: months(every * rest.interestEvery.n),
              firstDue: first === null ? null : start + first,
            }),
          );
          const general = positionAt(compiled, [{ type: 'disbursement', on: start, amount }], start);
          const expected = general.instalments.map(({ n, due, days, principal, interest, balanceAfter }) => ({
            n,
            due,
            days,
            principal,
            interest,
            balanceAfter,
          }));
          expect(plan(compiled, [{ on: start, amount }])).toEqual(expected);
        },
      ),
    );
  });

  test('of a plain loan takes the short way', () => {
    expect(compileTerms(terms()).regular).not.toBeNull();
  });

  test('of two tranches shares the second among the rows from its own on', () => {
    const tranches = [
      { on: START, amount: 12_000_000 },
      { on: day('2026-02-20'), amount: 1_100_000 },
    ];
    // 1 000 000, then (11 000 000 + 1 100 000) ÷ 11
    expect(plan(compileTerms(terms()), tranches).map(({ principal }) => principal)).toEqual([
      1_000_000,
      ...new Array<number>(11).fill(1_100_000),
    ]);
  });

  test('begins after the disbursement', () => {
    expect(() => planned({ firstDue: START }, START, 1000)).toThrow('facts-contradict');
  });
});

describe('level instalments', () => {
  const level: Partial<LoanTerms> = { amortisation: 'equal-instalment', instalments: 3 };

  test('by hand: 3 million at 12 % 30/360', () => {
    // 1 % a month: 3 000 000 ÷ (1/1.01 + 1/1.01² + 1/1.01³) = 1 020 066.33…
    const rows = planned({ ...level, dayCount: '30/360', rates: rate('12') }, START, 3_000_000);
    expect(rows.map(({ principal, interest }) => [principal, interest])).toEqual([
      [990_066, 30_000],
      [999_967, 20_099],
      [1_009_967, 10_100],
    ]);
  });

  test('are rounded to their multiple and may be smoothed', () => {
    const total = (change: Partial<LoanTerms>) =>
      planned({ ...level, ...change }, START, 3_000_000).map(
        ({ principal, interest }) => principal + interest,
      );
    // 31, 28 and 31 nights: 3 000 000 − (1 011 000 − 16 816) − (1 011 000 − 10 155) = 1 004 971, with 5 633.
    expect(total({ instalmentMultiple: 1000 })).toEqual([1_011_000, 1_011_000, 1_010_604]);
    // Smoothed to the thousand nothing better is found: 1 011 000 − 396 ÷ 3 is again 1 011 000.
    expect(total({ instalmentMultiple: 1000, lastInstalment: 'smoothed' })[0]).toBe(1_011_000);
  });

  test('that round to nothing stay nothing until the last row', () => {
    // 1400 ÷ 3 is no thousand; 1400 ÷ 2 would be one, but nothing happened that recomputes it.
    const rows = planned({ ...level, rates: rate('0'), instalmentMultiple: 1000 }, START, 1400);
    expect(rows.map(({ principal }) => principal)).toEqual([0, 0, 1400]);
  });

  test('are recomputed from the row that contains a tranche or a rate change', () => {
    const rows = asOf('2026-02-20', level, [
      { type: 'disbursement', on: START, amount: 3_000_000 },
      { type: 'disbursement', on: day('2026-02-20'), amount: 1_000_000 },
    ]).instalments;
    const [first, second, third] = rows.map(({ total }) => total);
    // Level of the first row is of 3 million; then of what is left of it and the new million over two rows.
    expect(first).toBe(
      planned(level, START, 3_000_000).map(({ principal, interest }) => principal + interest)[0],
    );
    expect(second).toBeGreaterThan(1_500_000);
    expect(Math.abs((third ?? 0) - (second ?? 0))).toBeLessThan(1000);
  });
});

test('rows fall on the dates of the rhythm', () => {
  const rows = planned({ principalEvery: months(6), instalments: 2 }, START, 50_000_000);
  expect(rows.map(({ due }) => text(due)).slice(4, 7)).toEqual(['2026-06-15', '2026-07-15', '2026-08-15']);
  expect(rows.map(({ principal }) => principal)).toEqual([
    0, 0, 0, 0, 0, 25_000_000, 0, 0, 0, 0, 0, 25_000_000,
  ]);
});
