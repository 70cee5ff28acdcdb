import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { day, rate, terms } from '#test/support/engine-terms.ts';
import type { DayCount } from '../terms/terms.ts';
import type { MonthAnchor } from './day-counts.ts';
import { rateSteps } from './rates.ts';
import { layLines, Timeline } from './timeline.ts';
import type { FreeNights } from './timeline.ts';

const START = day('2023-12-31');

const ANCHOR: MonthAnchor = { start: START, dayOfMonth: 31, wholeUntil: null };

/** At 100 % a year the running total over the divisor is the nights in years. */
function years(
  dayCount: DayCount,
  from: string,
  to: string,
  anchor: MonthAnchor = ANCHOR,
  free: readonly FreeNights[] = [],
): number {
  const rates = rateSteps(terms({ rates: rate('100') }), []);
  const horizon = day('2029-01-01');
  const timeline = new Timeline(layLines(rates, dayCount, anchor, horizon, free), rates, horizon, 1);
  return (timeline.at(day(to)) - timeline.at(day(from))) / timeline.divisor;
}

describe('nights in years', () => {
  test('actual/365 and actual/360 count nights', () => {
    expect(years('actual/365', '2024-02-28', '2024-03-01')).toBe(2 / 365);
    expect(years('actual/360', '2024-02-28', '2024-03-01')).toBe(2 / 360);
  });

  test('actual/actual counts each night by the year it ends in', () => {
    expect(years('actual/actual', '2023-12-31', '2024-12-31')).toBe(1);
    expect(years('actual/actual', '2024-12-31', '2025-12-31')).toBe(1);
    expect(years('actual/actual', '2024-12-30', '2024-12-31')).toBe(1 / 366);
    expect(years('actual/actual', '2024-12-31', '2025-01-01')).toBe(1 / 365);
  });

  test('30/360 counts a whole month as a twelfth, a part by its actual days', () => {
    expect(years('30/360', '2023-12-31', '2024-01-31')).toBeCloseTo(1 / 12, 15);
    expect(years('30/360', '2024-01-31', '2024-02-29')).toBeCloseTo(1 / 12, 15);
    expect(years('30/360', '2024-02-29', '2024-03-31')).toBeCloseTo(1 / 12, 15);
    expect(years('30/360', '2024-01-31', '2024-02-10')).toBeCloseTo(10 / 29 / 12, 15);
    expect(years('30/360', '2023-12-31', '2028-12-31')).toBeCloseTo(5, 12);
  });

  test('30/360 turns months on the day of the due dates, before the first one on that of the start', () => {
    const anchor = { start: day('2024-01-31'), dayOfMonth: 29, wholeUntil: day('2024-02-29') };
    expect(years('30/360', '2024-01-31', '2024-02-29', anchor)).toBeCloseTo(1 / 12, 15);
    expect(years('30/360', '2024-02-29', '2024-03-29', anchor)).toBeCloseTo(1 / 12, 15);
    const odd = { start: day('2024-01-10'), dayOfMonth: 1, wholeUntil: null };
    expect(years('30/360', '2024-01-10', '2024-02-01', odd)).toBeCloseTo(22 / 31 / 12, 15);
  });

  test('free nights count nothing', () => {
    const free = [{ from: day('2024-06-30'), to: day('2024-07-31') }];
    expect(years('actual/365', '2024-06-15', '2024-08-15', ANCHOR, free)).toBe(30 / 365);
    expect(years('actual/365', '2024-07-01', '2024-07-31', ANCHOR, free)).toBe(0);
  });

  test('are found in any order of asking', () => {
    const rates = rateSteps(
      terms({ rates: [...rate('6.6'), { from: day('2024-06-01'), rate: parseRate('6') }] }),
      [],
    );
    const timeline = new Timeline(layLines(rates, 'actual/365', ANCHOR, day('2026-01-01'), []), rates, 0, 1);
    const late = timeline.at(day('2025-01-01'));
    const early = timeline.at(day('2024-02-01'));
    expect(early).toBe(timeline.at(day('2024-02-01')));
    expect(late).toBe(timeline.at(day('2025-01-01')));
    expect(timeline.at(START)).toBe(0);
  });

  test('that cannot be held exactly are refused', () => {
    const fine = rateSteps(terms({ rates: rate('999.999999') }), []);
    const lines = layLines(fine, '30/360', ANCHOR, day('2029-01-01'), []);
    expect(() => new Timeline(lines, fine, day('2029-01-01'), 10 ** 12)).toThrow('terms-not-supported');
  });

  test('are held when divisor and totals are safe integers, twice a part of an amount too', () => {
    /** 25 % a year of one or more nights: a night bears 1/4 ÷ nights; totals are multiplied by the factor. */
    const held = (horizon: number, factor: number, nights = 1, percent = 25) => {
      const rates = { days: [-Infinity], rates: [percent], denominator: 1, supported: [] };
      const lines = { days: [0], steps: [0], weights: [1], fullWeights: [1], yearWeight: nights };
      return () => new Timeline(lines, rates, horizon, factor);
    };
    expect(held(15, 2 ** 49)).not.toThrow();
    // 4 × (2⁴⁹ + 1) > 2⁵¹, though the total of one night, 2⁴⁹ + 1, is safe.
    expect(held(1, 2 ** 49 + 1)).toThrow('terms-not-supported');
    // 16 × 2⁴⁹ = 2⁵³ is not safe.
    expect(held(16, 2 ** 49)).toThrow(
      expect.objectContaining({
        code: 'terms-not-supported',
        facts: { pointer: '/terms/rates', combination: expect.stringMatching(/too fine/u) as unknown },
      }),
    );
    // 100 × 2⁵⁰ is not safe, although it reduces to 4 by a rate that large.
    expect(held(1, 1, 2 ** 50, 25 * 2 ** 50)).toThrow('terms-not-supported');
  });
});
