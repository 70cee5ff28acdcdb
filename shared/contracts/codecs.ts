import * as z from 'zod/mini';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { formatRate, parseRate } from '#shared/domain/rate.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import {
  DaySchema,
  GivenVndSchema,
  PositiveVndSchema,
  RateSchema,
  SignedVndSchema,
  VndSchema,
} from './common.ts';

/**
 * Values that are text on the wire and exact in the domain, said once for both directions: a contract built of them
 * is read by `z.decode` and written by `z.encode`, and its document is that of the text.
 */

function vndOf(text: z.ZodMiniType<string, string>) {
  const amount = z.bigint() as unknown as z.ZodMiniType<Vnd, Vnd>;
  return z.codec(text, amount, { decode: parseVnd, encode: (value) => value.toString() });
}

/** Whole đồng, zero or more; takes sums too. */
export const VndCodec = vndOf(VndSchema);

/** Whole đồng as sent, zero or more. */
export const GivenVndCodec = vndOf(GivenVndSchema);

/** Whole đồng above zero. */
export const PositiveVndCodec = vndOf(PositiveVndSchema);

/** Whole đồng, possibly negative. */
export const SignedVndCodec = vndOf(SignedVndSchema);

/** Per cent a year, exact. */
export const RateCodec = z.codec(RateSchema, z.bigint() as unknown as z.ZodMiniType<Rate, Rate>, {
  decode: parseRate,
  encode: formatRate,
});

/** A day of the calendar in Viet Nam. */
export const DayCodec = DaySchema as unknown as z.ZodMiniType<BusinessDay, string>;
