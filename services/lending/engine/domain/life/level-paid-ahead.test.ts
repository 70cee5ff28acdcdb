import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, paid, rate } from '#test/support/engine-terms.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** 10 000 at 7 % over six level months: the level is 1 701. */
const TERMS: Partial<LoanTerms> = {
  dayCount: '30/360',
  amortisation: 'equal-instalment',
  lastInstalment: 'smoothed',
  instalments: 6,
  rates: rate('7'),
};

const change = (on: string, percent: string): Fact => ({
  type: 'rate-change',
  on: day(on),
  rate: parseRate(percent),
});

const totals = (facts: readonly Fact[], terms = TERMS): number[] =>
  asOf('2024-03-01', terms, [lent('2024-01-01', 10_000), ...facts]).instalments.map(({ total }) => total);

describe('the smoothed level after a rate change', () => {
  test('counts the interest that a row paid ahead left to the next', () => {
    // Row 1: 26 of interest and 1 675 of principal; its last 17 nights leave 27 to row 2. Without them the level
    // of 8 325 would be 1 684, and the last row would ask them all.
    expect(totals([paid('2024-01-15', 1701), change('2024-02-15', '4')])).toEqual([
      1701, 1689, 1689, 1689, 1689, 1690,
    ]);
  });

  test('is measured on the rows that still ask something when the rate falls in a row paid ahead', () => {
    expect(totals([paid('2024-01-15', 1701), change('2024-01-20', '4')])).toEqual([
      1701, 1686, 1686, 1686, 1686, 1684,
    ]);
  });

  test('counts what was paid ahead in its own row and in the rows beyond', () => {
    // 1 701 fill row 1 and 1 000 go to row 2, which asks the rest of its level.
    const facts = [paid('2024-01-15', 2701), change('2024-02-15', '4')];
    const found = totals(facts);
    expect(found.slice(1, 5)).toEqual([found[1], found[1], found[1], found[1]]);
    // Half as many đồng as there are rows is as near as smoothing goes.
    expect(Math.abs((found[5] ?? 0) - (found[1] ?? 0)) * 2).toBeLessThanOrEqual(5);
  });

  test('is the plain level when nothing was paid ahead', () => {
    const onTime = [paid('2024-02-01', 1701), change('2024-02-15', '4')];
    expect(totals(onTime)).toEqual([1701, 1690, 1690, 1690, 1690, 1691]);
  });

  test('lets the last row take the rest when the terms say so', () => {
    const rest = { ...TERMS, lastInstalment: 'takes-rest' } as const;
    const found = totals([paid('2024-01-15', 1701), change('2024-02-15', '4')], rest);
    expect(found.slice(1, 5)).toEqual([1684, 1684, 1684, 1684]);
  });
});
