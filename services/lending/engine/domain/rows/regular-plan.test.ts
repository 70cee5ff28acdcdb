import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, months, rate, terms, text } from '#test/support/engine-terms.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { plan } from './plan.ts';
import { regularPlan } from './regular-plan.ts';

const START = day('2026-01-15');

const NONE = { principal: 0, interestPayment: 0, interestFree: 0 };

/** Rows by the short way; null when the loan has to take the long one. */
function short(change: Partial<LoanTerms>, amount: number) {
  const { regular } = compileTerms(terms(change));
  return regular && regularPlan(regular, START, amount);
}

describe('the short way', () => {
  test.each<[string, Partial<LoanTerms>]>([
    ['of 365 days', {}],
    ['of 360 days', { dayCount: 'actual/360' }],
    ['with interest in between', { principalEvery: months(6) }],
    ['with a first due date', { firstDue: day('2026-02-20') }],
  ])('is taken by a plain loan %s', (_, change) => {
    expect(short(change, 12_000_000)).not.toBeNull();
  });

  test('is left when the first due date is not after the start', () => {
    expect(short({ firstDue: START }, 12_000_000)).toBeNull();
  });

  test.each<[string, Partial<LoanTerms>]>([
    ['years of their own length', { dayCount: 'actual/actual' }],
    ['months of 30 days', { dayCount: '30/360' }],
    ['flat interest', { interestMethod: 'flat', interestRunsOn: 'schedule' }],
    ['a rate that changes', { rates: [...rate('6.6'), { from: day('2026-05-01'), rate: parseRate('6') }] }],
    ['grace on principal', { grace: { ...NONE, principal: 2 } }],
    ['grace on interest', { grace: { ...NONE, interestPayment: 2 } }],
    ['rows free of interest', { grace: { ...NONE, interestFree: 2 } }],
    ['grace on both', { grace: { ...NONE, principal: 1, interestPayment: 1 } }],
    ['grace on interest and free rows', { grace: { ...NONE, interestPayment: 1, interestFree: 1 } }],
  ])('is not for %s: the schedule is what the position says', (_, change) => {
    const rows = plan(compileTerms(terms(change)), [{ on: START, amount: 12_000_000 }]);
    const { instalments } = asOf('2026-01-15', change, [lent('2026-01-15', 12_000_000)]);
    expect(rows.map(({ principal, interest }) => [principal, interest])).toEqual(
      instalments.map(({ principal, interest }) => [principal, interest]),
    );
  });
});

/** 6.6 % of 365 days is 33 / 182 500 a night: amount × 33 × the nights of the longest row is at most 2⁵¹. */
describe('products are exact or the long way is taken', () => {
  // 2⁵¹ ÷ (33 × 31) = 2.20 × 10¹²
  test('when the amount is too great for a month', () => {
    expect(short({}, 2_000_000_000_000)).not.toBeNull();
    expect(short({}, 2_300_000_000_000)).toBeNull();
  });

  // 2⁵¹ ÷ (33 × 400) = 1.71 × 10¹¹
  test('when the first row is longer than the others', () => {
    expect(short({ firstDue: START + 400 }, 160_000_000_000)).not.toBeNull();
    expect(short({ firstDue: START + 400 }, 180_000_000_000)).toBeNull();
  });

  // 2⁵¹ ÷ (33 × 12 × 31) = 1.83 × 10¹¹
  test('when the first row is shorter than the others', () => {
    const yearly = { principalEvery: months(12), interestEvery: months(12), firstDue: START + 5 };
    expect(short(yearly, 170_000_000_000)).not.toBeNull();
    expect(short(yearly, 190_000_000_000)).toBeNull();
  });

  test('when principal times the rows of an instalment is too great', () => {
    // 2⁵¹ ÷ 6 = 3.75 × 10¹⁴
    const free = { rates: rate('0'), principalEvery: months(6) };
    expect(short(free, 370_000_000_000_000)).not.toBeNull();
    expect(short(free, 380_000_000_000_000)).toBeNull();
  });

  test('when the rate is too fine', () => {
    // 6.600001 % × 1.000001 of 365 days: 10¹² × 36 500 parts of a đồng
    const fine: Partial<LoanTerms> = {
      rates: [{ from: null, factor: parseRate('1.000001') }],
      baseRates: [{ from: null, rate: parseRate('6.600001') }],
    };
    expect(short(fine, 1)).toBeNull();
  });

  test('up to the bound itself', () => {
    // 64 % of 360 days is 2 / 1125 a night; 64 nights: 2⁴⁴ × 2 × 64 = 2⁵¹.
    const change: Partial<LoanTerms> = {
      dayCount: 'actual/360',
      rates: rate('64'),
      firstDue: START + 64,
    };
    expect(short(change, 2 ** 44)).not.toBeNull();
    expect(short(change, 2 ** 44 + 1)).toBeNull();
  });
});

test('rows of the short way end with a shorter month', () => {
  const rows = short({ firstDue: day('2026-01-31'), instalments: 3 }, 3000) ?? [];
  expect(rows.map(({ due }) => text(due))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
});
