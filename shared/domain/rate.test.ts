import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatRate, multiplyRate, parseRate } from './rate.ts';
import type { Rate } from './rate.ts';

describe('rates', () => {
  test.prop([fc.bigInt({ min: 0n, max: 999_999_999n })])('are exact both ways', (millionths) => {
    expect(parseRate(formatRate(millionths as Rate))).toBe(millionths);
  });

  it('keeps 1.27 × 6.6 % exact (Decree 338/2025)', () => {
    expect(formatRate(multiplyRate(parseRate('6.6'), '1.27'))).toBe('8.382');
  });

  it('computes the overdue rate of 130 %', () => {
    expect(formatRate(multiplyRate(parseRate('5.4'), '1.3'))).toBe('7.02');
  });

  it.each(['', '6,6', '-1', '1.1234567', '1000', '.5', '5.'])('refuses %j', (text) => {
    expect(() => parseRate(text)).toThrow(SyntaxError);
  });

  it('refuses a product that would have to be rounded', () => {
    expect(() => multiplyRate(parseRate('0.000001'), '0.5')).toThrow(RangeError);
  });
});
