import * as z from 'zod/mini';
import { businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { formatRate, parseRate } from '#shared/domain/rate.ts';
import type { Rate } from '#shared/domain/rate.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** Values of the domain as items hold them, for both directions: parsed on read, encoded on write. */

/** An amount of đồng stored as a DynamoDB number. */
export const StoredVndSchema = z.codec(
  z.union([z.int(), z.bigint()]),
  z.bigint() as unknown as z.ZodMiniType<Vnd, Vnd>,
  { decode: (value) => BigInt(value) as Vnd, encode: (amount) => amount },
);

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & Readonly<Record<string, unknown>>;

export const StoredDaySchema = z.codec(
  z.string(),
  z.string() as unknown as z.ZodMiniType<BusinessDay, BusinessDay>,
  { decode: businessDay, encode: (day) => day },
);

export const StoredRateSchema = z.codec(z.string(), z.bigint() as unknown as z.ZodMiniType<Rate, Rate>, {
  decode: parseRate,
  encode: formatRate,
});
