import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addProduct, bringDown, gcd, gcdBig, rounded, roundedSum, shareOf, signedShareOf } from './exact.ts';

const amount = fc.integer({ min: 0, max: 10 ** 13 });

const factor = fc.integer({ min: 0, max: 10 ** 9 });

const divisor = fc.integer({ min: 1, max: 2 ** 40 });

describe('a sum of products', () => {
  test('is exact whether or not the product is a safe integer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, factor), { maxLength: 8 }), divisor, (products, by) => {
        const sum = { whole: 0, part: 0 };
        let exact = 0n;
        for (const [a, b] of products) {
          addProduct(sum, a, b, by);
          exact += BigInt(a) * BigInt(b);
        }
        fc.pre(exact / BigInt(by) <= BigInt(Number.MAX_SAFE_INTEGER));
        expect(BigInt(sum.whole) * BigInt(by) + BigInt(sum.part)).toBe(exact);
        bringDown(sum, by);
        expect(BigInt(sum.whole) * BigInt(by) + BigInt(sum.part)).toBe(exact);
        expect(sum.part).toBeLessThan(by);
      }),
    );
  });

  test('carries, once brought down, when the parts fill a whole', () => {
    const sum = { whole: 0, part: 0 };
    addProduct(sum, 3, 1, 4);
    addProduct(sum, 1, 1, 4);
    bringDown(sum, 4);
    expect(sum).toEqual({ whole: 1, part: 0 });
  });

  test('on the edge of the safe integers', () => {
    for (const product of [Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 53 + 2]) {
      const sum = { whole: 0, part: 0 };
      addProduct(sum, product, 1, 10);
      expect(BigInt(sum.whole) * 10n + BigInt(sum.part)).toBe(BigInt(product));
    }
  });
});

describe('rounding', () => {
  test('goes to the nearer đồng', () => {
    expect(rounded({ whole: 7, part: 49 }, 100, 'half-up')).toBe(7);
    expect(rounded({ whole: 7, part: 51 }, 100, 'half-even')).toBe(8);
    expect(rounded({ whole: 7, part: 0 }, 100, 'half-even')).toBe(7);
  });

  test('sends the half up, or to the even neighbour', () => {
    expect(rounded({ whole: 6, part: 50 }, 100, 'half-up')).toBe(7);
    expect(rounded({ whole: 6, part: 50 }, 100, 'half-even')).toBe(6);
    expect(rounded({ whole: 7, part: 50 }, 100, 'half-even')).toBe(8);
  });

  test('of two sums over two divisors is one rounding', () => {
    const third = { whole: 1, part: 1 };
    const sixth = { whole: 2, part: 1 };
    expect(roundedSum(third, 3, sixth, 6, 'half-up')).toBe(4);
    expect(roundedSum(third, 3, sixth, 6, 'half-even')).toBe(4);
    expect(roundedSum({ whole: 2, part: 1 }, 3, sixth, 6, 'half-even')).toBe(4);
    expect(roundedSum({ whole: 0, part: 1 }, 4, { whole: 0, part: 1 }, 5, 'half-up')).toBe(0);
    expect(roundedSum({ whole: 0, part: 3 }, 4, { whole: 0, part: 4 }, 5, 'half-up')).toBe(2);
    expect(roundedSum({ whole: 0, part: 3 }, 4, { whole: 0, part: 1 }, 4, 'half-up')).toBe(1);
  });
});

describe('shares', () => {
  test('are rounded to the multiple', () => {
    expect(shareOf(50_000_000, 7, 1, 'half-up')).toBe(7_142_857);
    expect(shareOf(50_000_000, 7, 1000, 'half-up')).toBe(7_143_000);
    expect(shareOf(5, 2, 1, 'half-up')).toBe(3);
    expect(shareOf(5, 2, 1, 'half-even')).toBe(2);
  });

  test('of a negative amount mirror those of the positive', () => {
    expect(signedShareOf(-7, 2, 1, 'half-up')).toBe(-4);
    expect(signedShareOf(7, 2, 1, 'half-up')).toBe(4);
    expect(signedShareOf(0, 2, 1, 'half-up')).toBe(0);
  });
});

test('common divisors', () => {
  expect(gcd(182_500, 33)).toBe(1);
  expect(gcd(12, 18)).toBe(6);
  expect(gcd(5, 0)).toBe(5);
  expect(gcdBig(12n, 18n)).toBe(6n);
});
