import * as z from 'zod/mini';
import { PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, ShortTextSchema } from '#shared/contracts/common.ts';
import { PostingsSchema } from './postings.ts';

/** The entry that is taken back: the business day and the version it was recorded under. */
export const reverses = {
  entryOn: DaySchema,
  entryVersion: z.int(),
  amount: PositiveVndCodec,
  reason: ShortTextSchema,
  postings: PostingsSchema,
};
