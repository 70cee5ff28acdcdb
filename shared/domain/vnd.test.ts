import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, parseVnd, sumVnd } from './vnd.ts';

describe('đồng', () => {
  test.prop([fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })])('reads back what it writes', (amount) => {
    expect(parseVnd(amount.toString())).toBe(amount);
  });

  it.each(['', '1.5', '01', '1e9', '+1', ' 1', '--1', 'abc'])('refuses %j', (text) => {
    expect(() => parseVnd(text)).toThrow(SyntaxError);
  });

  test.prop([fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n })])(
    'rounds to the nearest đồng, halves away from zero',
    (numerator, divisor) => {
      const rounded = divideHalfUp(numerator, divisor);
      const error = 2n * (rounded * divisor - numerator);
      const size = error < 0n ? -error : error;
      expect(size <= divisor).toBe(true);
      if (size === divisor) expect(rounded > 0n === numerator > 0n).toBe(true);
    },
  );

  it('rounds halves up and their negatives down', () => {
    expect([divideHalfUp(1n, 2n), divideHalfUp(-1n, 2n), divideHalfUp(3n, 2n), divideHalfUp(1n, 3n)]).toEqual(
      [1n, -1n, 2n, 0n],
    );
  });

  it('sums to zero when there is nothing', () => {
    expect(sumVnd([])).toBe(0n);
    expect(sumVnd([2n, -5n])).toBe(-3n);
  });
});
