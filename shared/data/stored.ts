import * as z from 'zod/mini';
import { businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** Schemas of what items hold, for parsing on read. */

/** An amount of đồng stored as a DynamoDB number. */
export const StoredVndSchema = z.pipe(
  z.union([z.int(), z.bigint()]),
  z.transform((value): Vnd => BigInt(value) as Vnd),
);

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & Readonly<Record<string, unknown>>;

/** Values of the domain as items hold them: days and rates as text. */
export const StoredDaySchema = z.pipe(z.string(), z.transform(businessDay));

export const StoredRateSchema = z.pipe(z.string(), z.transform(parseRate));
