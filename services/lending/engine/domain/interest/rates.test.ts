import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { day, terms } from '#test/support/engine-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { rateSteps } from './rates.ts';
import type { RateChangeOn } from './rates.ts';

/** Per cent a year for the balance at the close of a day. */
function percentOn(on: string, change: Partial<LoanTerms>, changes: readonly RateChangeOn[] = []): number {
  const { days, rates, denominator } = rateSteps(terms(change), changes);
  return (rates[days.findLastIndex((from) => from <= day(on))] ?? 0) / denominator;
}

const anchor = [
  { from: null, rate: parseRate('7.2') },
  { from: day('2015-06-01'), rate: parseRate('6.6') },
];

describe('the rate of a day', () => {
  test('is that of the latest step, whatever their order', () => {
    const rates = [
      { from: day('2025-10-10'), rate: parseRate('5.4') },
      { from: null, rate: parseRate('6.6') },
    ];
    expect(percentOn('2025-10-09', { rates })).toBe(6.6);
    expect(percentOn('2025-10-10', { rates })).toBe(5.4);
  });

  test('by a factor cascades from the base rate', () => {
    const change = { rates: [{ from: null, factor: parseRate('1.2') }], baseRates: anchor };
    expect(percentOn('2015-05-31', change)).toBeCloseTo(8.64, 12);
    expect(percentOn('2015-06-01', change)).toBe(7.92);
  });

  test('changes its factor by date too', () => {
    const rates = [
      { from: null, factor: parseRate('1.3') },
      { from: day('2013-10-16'), factor: parseRate('1.2') },
    ];
    expect(percentOn('2013-10-15', { rates, baseRates: anchor })).toBe(9.36);
    expect(percentOn('2013-10-16', { rates, baseRates: anchor })).toBe(8.64);
  });

  test('is cut between two days, both included', () => {
    const cuts = [{ from: day('2021-10-01'), to: day('2021-12-31'), factor: parseRate('0.9') }];
    expect(percentOn('2021-09-30', { cuts })).toBe(6.6);
    expect(percentOn('2021-10-01', { cuts })).toBe(5.94);
    expect(percentOn('2021-12-31', { cuts })).toBe(5.94);
    expect(percentOn('2022-01-01', { cuts })).toBe(6.6);
  });

  test('follows a decided change until a later step of the terms', () => {
    const rates = [
      { from: null, rate: parseRate('6.6') },
      { from: day('2026-06-01'), rate: parseRate('5') },
    ];
    const changes = [{ on: day('2026-03-01'), rate: parseRate('6') }];
    expect(percentOn('2026-02-28', { rates }, changes)).toBe(6.6);
    expect(percentOn('2026-03-01', { rates }, changes)).toBe(6);
    expect(percentOn('2026-06-01', { rates }, changes)).toBe(5);
    expect(percentOn('2026-06-01', { rates }, [{ on: day('2026-06-01'), rate: parseRate('4') }])).toBe(4);
  });
});

describe('support', () => {
  const supports = [
    { from: day('2022-01-01'), to: day('2023-12-31'), points: parseRate('2'), payer: 'state' },
    { from: day('2023-01-01'), to: day('2023-06-30'), points: parseRate('9'), payer: 'province' },
  ];

  test('lowers what the borrower pays, never below zero, the first payer first', () => {
    expect(percentOn('2021-12-31', { supports })).toBe(6.6);
    expect(percentOn('2022-01-01', { supports })).toBe(4.6);
    expect(percentOn('2023-01-01', { supports })).toBe(0);
    expect(percentOn('2023-07-01', { supports })).toBe(4.6);
    expect(percentOn('2024-01-01', { supports })).toBe(6.6);
  });

  test('is told apart by payer', () => {
    const { days, supported, denominator } = rateSteps(terms({ supports }), []);
    const step = days.findLastIndex((from) => from <= day('2023-03-01'));
    const shares = supported.map(({ payer, rates }) => [payer, (rates[step] ?? 0) / denominator]);
    expect(shares).toEqual([
      ['state', 2],
      ['province', 4.6],
    ]);
  });
});
