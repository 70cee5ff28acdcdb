import fc from 'fast-check';
import type { Rate } from '#shared/domain/rate.ts';

export const millionths = (value: number): Rate => BigInt(Math.round(value * 1_000_000)) as Rate;

/** Tenths of a per cent, now and then a rate of six decimals. */
export const rate = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 150 }).map((tenths) => millionths(tenths / 10)) },
  { weight: 1, arbitrary: fc.constantFrom(8.382, 7.92, 0.000001, 6.6).map(millionths) },
);
