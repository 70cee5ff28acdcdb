import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelAmount, smoothed } from '#lending/engine/domain/rows/level.ts';
import { add, divide, fraction, ONE, round, roundTo, ZERO } from './oracle/fraction.ts';
import type { Fraction } from './oracle/fraction.ts';

/**
 * Random lives hardly ever put a level exactly between two multiples. Here rates are such small fractions that
 * it happens all the time, and the level is the sum of discount factors written down as it reads.
 */
const RUNS = 3000;

const rounding = fc.constantFrom('half-up' as const, 'half-even' as const);

const multiple = fc.constantFrom(1, 2, 5, 100, 1000);

const rows = fc.array(fc.record({ numerator: fc.nat(3), denominator: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 4,
});

function exactly(balance: number, factors: readonly { numerator: number; denominator: number }[]): Fraction {
  let discount = ONE;
  let sum = ZERO;
  for (const { numerator, denominator } of factors) {
    discount = divide(discount, add(ONE, fraction(numerator, denominator)));
    sum = add(sum, discount);
  }
  return divide(fraction(balance), sum);
}

describe('the level amount', () => {
  test('is the exact quotient, rounded to its multiple also when it lies between two', () => {
    fc.assert(
      fc.property(fc.nat(20_000), rows, multiple, rounding, (balance, factors, step, how) => {
        const expected = Number(roundTo(exactly(balance, factors), BigInt(step), how));
        expect(levelAmount(balance, factors, step, how)).toBe(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test('is exact for balances that lie on the boundary by construction', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), multiple, rounding, (factors, odd, step, how) => {
        // balance = (odd − ½) × multiple × Σ of factors: taken when that is a whole number of đồng.
        const half = fraction(BigInt(2 * odd - 1) * BigInt(step), 2);
        const balance = divide(half, exactly(1, factors));
        fc.pre(balance.d === 1n);
        const expected = Number(roundTo(half, BigInt(step), how));
        expect(levelAmount(Number(balance.n), factors, step, how)).toBe(expected);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the smoothed level', () => {
  /** As the issue of the terms says it: at most three tries, each kept while the difference shrinks. */
  function reference(
    level: bigint,
    count: number,
    step: number,
    how: 'half-up' | 'half-even',
    last: (level: bigint) => bigint,
  ): bigint {
    const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
    let kept = level;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const difference = last(kept) - kept;
      const isMoreThanHalfACount = 2n * size(difference) > BigInt(count);
      const next = kept + roundTo(fraction(difference, count), BigInt(step), how);
      const after = last(next) - next;
      if (!isMoreThanHalfACount || size(after) >= size(difference)) break;
      kept = next;
    }
    return kept;
  }

  test('is tried three times at most, while the last row is off by more than half a đồng a row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2000 }),
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom(1, 1, 10),
        rounding,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -30, max: 30 }),
        (level, count, step, how, off, tenths) => {
          // The last row falls when the level rises, here along a line that is never quite what a try expects.
          const last = (tried: bigint): bigint =>
            BigInt(level + off) -
            round(fraction((tried - BigInt(level)) * BigInt(10 * count + tenths), 10), 'half-up');
          const expected = Number(reference(BigInt(level), count, step, how, last));
          const terms = { instalmentMultiple: step, rounding: how };
          const found = smoothed(level, count, terms as Parameters<typeof smoothed>[2], (tried) =>
            Number(last(BigInt(tried))),
          );
          expect(found).toBe(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
