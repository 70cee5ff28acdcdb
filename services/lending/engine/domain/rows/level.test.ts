import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terms } from '#test/support/engine-terms.ts';
import { equalShare, levelAmount, smoothed } from './level.ts';
import type { RowFactor } from './level.ts';

const monthly = (count: number): RowFactor[] =>
  Array.from({ length: count }, () => ({ numerator: 1, denominator: 100 }));

/** balance × Π (1 + x) ÷ Σ Π over the rows after: the textbook, in whole fractions. */
function textbook(balance: number, rows: readonly RowFactor[], multiple: number, isEven: boolean): bigint {
  let grown = 1n;
  let sum = 0n;
  let scale = 1n;
  for (const { numerator, denominator } of rows) {
    const d = BigInt(denominator);
    sum = sum * BigInt(denominator + numerator) + scale * d;
    grown *= BigInt(denominator + numerator);
    scale *= d;
  }
  const dividend = BigInt(balance) * grown;
  const divisor = sum * BigInt(multiple);
  const whole = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  const up = twice > divisor || (twice === divisor && !(isEven && whole % 2n === 0n));
  return (up ? whole + 1n : whole) * BigInt(multiple);
}

describe('the level amount', () => {
  test('of 1,200,000 over 12 months at 1 % a month is 106,619', () => {
    // 1 200 000 × 0.01 ÷ (1 − 1.01⁻¹²) = 106 618.546…
    expect(levelAmount(1_200_000, monthly(12), 1, 'half-up')).toBe(106_619);
    expect(levelAmount(1_200_000, monthly(12), 1000, 'half-up')).toBe(107_000);
  });

  test('without interest is the equal share, the half by the rounding', () => {
    const free = [1, 2].map(() => ({ numerator: 0, denominator: 365 }));
    expect(levelAmount(5, free, 1, 'half-up')).toBe(3);
    expect(levelAmount(5, free, 1, 'half-even')).toBe(2);
    expect(levelAmount(7, free, 1, 'half-even')).toBe(4);
    expect(levelAmount(4, free, 1, 'half-up')).toBe(2);
  });

  test('agrees with whole fractions', () => {
    const row = fc.record({
      numerator: fc.integer({ min: 0, max: 2000 }),
      denominator: fc.constant(182_500),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 10 }),
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 100, 1000),
        fc.constantFrom('half-up', 'half-even'),
        (balance, rows, multiple, rounding) => {
          const level = levelAmount(balance, rows, multiple, rounding);
          expect(BigInt(level)).toBe(textbook(balance, rows, multiple, rounding === 'half-even'));
        },
      ),
    );
  });
});

describe('smoothing', () => {
  const smooth = terms({ amortisation: 'equal-instalment', lastInstalment: 'smoothed' });

  test('leaves a last row that differs by at most half as many đồng as there are rows', () => {
    expect(smoothed(100, 12, smooth, (level) => level + 6)).toBe(100);
    expect(smoothed(100, 12, smooth, (level) => level - 6)).toBe(100);
  });

  test('spreads the difference and keeps it while it shrinks', () => {
    // The last row takes what the 12 others leave of 1236: 100 → 136, a difference of 36; 103 → 103.
    expect(smoothed(100, 12, smooth, (level) => 1236 - 11 * level)).toBe(103);
    expect(smoothed(106, 12, smooth, (level) => 1236 - 11 * level)).toBe(103);
  });

  test('gives up when the difference does not shrink', () => {
    expect(smoothed(100, 4, smooth, (level) => level + 40)).toBe(100);
    expect(smoothed(100, 4, smooth, (level) => (level === 100 ? 140 : level - 40))).toBe(100);
  });

  test('tries three times and no more', () => {
    // Each try halves what is left, so the fourth would still be better.
    const tries: number[] = [];
    const last = (level: number): number => {
      tries.push(level);
      return level + 4096 / 2 ** tries.length;
    };
    smoothed(0, 2, smooth, last);
    expect(tries).toHaveLength(4);
  });
});

test('an equal share of nothing to share is nothing', () => {
  expect(equalShare(10, 0, terms())).toBe(0);
  expect(equalShare(10_000_000, 3, terms({ principalMultiple: 1000 }))).toBe(3_333_000);
});
