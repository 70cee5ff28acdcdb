import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addProduct,
  bringDown,
  rounded,
  roundedSum,
  shareOf,
  signedShareOf,
} from '#lending/engine/domain/interest/exact.ts';
import { levelAmount } from '#lending/engine/domain/rows/level.ts';
import { add, fraction, multiply, round, roundTo } from './oracle/fraction.ts';
import type { Rounding } from './oracle/fraction.ts';

/** Sums of whole đồng and a part over a divisor, held against fractions: small divisors, so that halves are common. */
const RUNS = 2000;

const rounding = fc.constantFrom<Rounding[]>('half-up', 'half-even');

const divisor = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 36_500_000 }));

const exact = divisor.chain((below) =>
  fc.record({
    divisor: fc.constant(below),
    whole: fc.nat(2_000_000_000),
    part: fc.oneof(fc.nat(below - 1), fc.constant(Math.floor(below / 2))),
  }),
);

const asFraction = ({ whole, part, divisor: below }: { whole: number; part: number; divisor: number }) =>
  add(fraction(whole), fraction(part, below));

describe('exact sums', () => {
  test('grow by products of any size', () => {
    fc.assert(
      fc.property(exact, fc.nat(1_000_000_000_000), fc.nat(100_000_000), (start, a, b) => {
        const sum = { whole: start.whole, part: start.part };
        addProduct(sum, a, b, start.divisor);
        bringDown(sum, start.divisor);
        const expected = add(asFraction(start), multiply(fraction(a), fraction(b, start.divisor)));
        expect(Number.isSafeInteger(sum.whole)).toBe(
          expected.n / expected.d <= BigInt(Number.MAX_SAFE_INTEGER),
        );
        fc.pre(Number.isSafeInteger(sum.whole));
        expect(add(fraction(sum.whole), fraction(sum.part, start.divisor))).toEqual(expected);
        expect(sum.part >= 0 && sum.part < start.divisor).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('are rounded once, alone and two together', () => {
    fc.assert(
      fc.property(exact, exact, rounding, (a, b, how) => {
        expect(rounded(a, a.divisor, how)).toBe(Number(round(asFraction(a), how)));
        const both = add(asFraction(a), asFraction(b));
        expect(roundedSum(a, a.divisor, b, b.divisor, how)).toBe(Number(round(both, how)));
      }),
      { numRuns: RUNS },
    );
  });

  test('are shared out to multiples, debts too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 2, 1000),
        rounding,
        (amount, count, step, how) => {
          const expected = Number(roundTo(fraction(amount, count), BigInt(step), how));
          expect(Math.abs(signedShareOf(amount, count, step, how) - expected)).toBe(0);
          if (amount >= 0) expect(shareOf(amount, count, step, how)).toBe(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test('levels of very large balances are exact where doubles cannot tell', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000_000_000, max: 9_000_000_000_000 }),
      fc.integer({ min: 1, max: 9 }),
      rounding,
      (balance, count, how) => {
        const rows = Array.from({ length: count }, () => ({ numerator: 0, denominator: 1 }));
        expect(levelAmount(balance, rows, 1, how)).toBe(Number(round(fraction(balance, count), how)));
      },
    ),
    { numRuns: RUNS },
  );
});
