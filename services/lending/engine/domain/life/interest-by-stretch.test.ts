import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, paid, rate, terms } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import type { Fact } from '../facts/facts.ts';
import { plan } from '../rows/plan.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** 12 000 000 on 15 January 2026 at 6.6 %; the first row has 31 nights. */
const LENT = lent('2026-01-15', 12_000_000);

const TO_7_92 = parseRate('7.92');

type Rounded = LoanTerms['interestRounding'];

const at = (on: string, interestRounding: Rounded, change: Partial<LoanTerms>, ...facts: Fact[]): Answer =>
  asOf(on, { ...change, interestRounding }, [LENT, ...facts]);

const WAYS: readonly Rounded[] = [undefined, 'per-row', 'per-stretch'];

describe('a row of two stretches is rounded once, or each of them is', () => {
  test('where the rate changes on 1 February', () => {
    // 17 nights at 6.6 % = 36 887.67 and 14 at 7.92 % = 36 453.70: 73 341.37 together.
    const change: Fact = { type: 'rate-change', on: day('2026-02-01'), rate: TO_7_92 };
    const interest = (rounding: Rounded) => at('2026-02-15', rounding, {}, change).instalments[0]?.interest;
    expect(WAYS.map(interest)).toEqual([73_341, 73_341, 36_888 + 36_454]);
  });

  test('the same by the terms, in the schedule too', () => {
    const rates = [...rate('6.6'), { from: day('2026-02-01'), rate: TO_7_92 }];
    const interest = (interestRounding: Rounded) =>
      plan(compileTerms(terms({ rates, interestRounding })), [
        { on: day('2026-01-15'), amount: 12_000_000 },
      ])[0]?.interest;
    expect(WAYS.map(interest)).toEqual([73_341, 73_341, 73_342]);
  });

  test('where principal is paid ahead on 24 January', () => {
    // 9 nights on 12 000 000 = 19 528.77 and 22 on 11 700 000 = 46 543.56: 66 072.33 together.
    const interest = (rounding: Rounded) =>
      at(
        '2026-02-15',
        rounding,
        { earlyPayment: 'principal-only-interest-at-due-date' },
        paid('2026-01-24', 300_000),
      ).instalments[0]?.interest;
    expect(WAYS.map(interest)).toEqual([66_072, 66_072, 19_529 + 46_544]);
  });

  test('where principal is overdue and the rate changes on 23 February', () => {
    // 1 000 000 overdue from 15 February: 8 nights at 8.58 % = 1 880.55 and 7 at 10.296 % = 1 974.58; 3 855.12.
    const change: Fact = { type: 'rate-change', on: day('2026-02-23'), rate: TO_7_92 };
    const overdue = (rounding: Rounded) => at('2026-03-02', rounding, {}, change).position.overdueInterest;
    expect(WAYS.map(overdue)).toEqual([3855, 3855, 1881 + 1975]);
  });
});

describe('the instalment of a row in which money comes early', () => {
  // Without it 10 nights at 6.6 % = 21 698.63 and 21 at 7.92 % from 25 January = 54 680.55: 76 379.18 together.
  const change: Fact = { type: 'rate-change', on: day('2026-01-25'), rate: TO_7_92 };

  test('holds the stretches that ended before the money came, and the one that runs as if it had not', () => {
    const money = [paid('2026-02-01', 500_000), paid('2026-02-05', 2_000_000)];
    const total = (rounding: Rounded) =>
      at('2026-02-05', rounding, {}, change, ...money).instalments[0]?.total;
    expect(WAYS.map(total)).toEqual([1_076_379, 1_076_379, 1_000_000 + 21_699 + 54_681]);
  });

  test('is that of the rates known on the day, a stretch that runs going on into nights to come', () => {
    // By 20 January 5 nights = 10 849.32 have passed; the change is not known, so 31 nights of 6.6 % = 67 265.75.
    const paidRow = (rounding: Rounded) =>
      at('2026-01-26', rounding, {}, change, paid('2026-01-20', 2_000_000)).instalments[0]?.paid;
    const expected = { principal: 1_067_266 - 10_849, interest: 10_849 };
    expect(WAYS.map(paidRow)).toEqual([expected, expected, expected]);
  });
});

describe('a stretch', () => {
  const interestOn = (on: string, ...facts: Fact[]) =>
    at(on, 'per-stretch', { earlyPayment: 'principal-only-interest-at-due-date' }, ...facts).position
      .interestAccrued;

  test('that runs is rounded for the question and goes on exact', () => {
    // A night bears 2 169.86: two are 4 339.73 and three 6 509.59, so 31 are 67 265.75 and not 31 × 2 170.
    expect(['2026-01-16', '2026-01-17', '2026-01-18'].map((on) => interestOn(on))).toEqual([
      2170, 4340, 6510,
    ]);
    expect(interestOn('2026-02-15')).toBe(67_266);
  });

  test('goes on over a rate that stays what it was', () => {
    const same: Fact = { type: 'rate-change', on: day('2026-01-24'), rate: parseRate('6.6') };
    expect(interestOn('2026-02-15', same)).toBe(67_266);
  });

  test('ends where nights are free, and another begins after them', () => {
    // 9 nights = 19 528.77, 2 free, 20 nights = 43 397.26
    const pause: Fact = { type: 'interest-pause', from: day('2026-01-25'), to: day('2026-01-26') };
    expect(interestOn('2026-02-15', pause)).toBe(19_529 + 43_397);
    // 1 night, 3 free, 27 nights: 2 169.86 and 58 586.30 are 60 756.16 together.
    const early: Fact = { type: 'interest-pause', from: day('2026-01-17'), to: day('2026-01-19') };
    expect(interestOn('2026-02-15', early)).toBe(2170 + 58_586);
  });

  test('is what the derivation tells: its spans sum to what is owed', () => {
    const change: Fact = { type: 'rate-change', on: day('2026-02-01'), rate: TO_7_92 };
    const { derivation, position } = at('2026-03-02', 'per-stretch', {}, change);
    const sumOf = (kind: string) =>
      derivation.filter((span) => span.kind === kind).reduce((sum, { interest }) => sum + interest, 0);
    expect(sumOf('in-term')).toBe(position.interestAccrued);
    expect(sumOf('overdue')).toBe(position.overdueInterest);
  });

  test('of overdue principal ends with the row, although the principal stays the same', () => {
    // Each second row asks 1 000 000. Overdue from 15 March it bears 8.58 %: 31 nights = 7 287.12 to 15 April, where a
    // row of interest alone falls due, and 6 nights = 1 410.41 after it; 8 697.53 together.
    const change = { principalEvery: { n: 2, unit: 'month' } } as const;
    const overdue = (rounding: Rounded) => at('2026-04-21', rounding, change).position.overdueInterest;
    expect(WAYS.map(overdue)).toEqual([8698, 8698, 7287 + 1410]);
  });
});
