import * as z from 'zod/mini';

import { MonthSchema } from '#shared/contracts/capital/ledger/month.ts';
import { PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { SignedVndCodec } from '#shared/contracts/codecs.ts';
import { IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { SplitDifferenceSchema, SplitPartsSchema } from './parts.ts';

const source = 'capital';

/** `parts` is how the month is split with this run, `difference` what the run posts of it. */
export const InterestSplitPosted = defineEvent({
  type: 'InterestSplitPosted',
  version: 1,
  source,
  title: { vi: 'Phân chia lãi của tháng', en: 'Interest of a month split' },
  data: z.object({
    sourceId: IdSchema,
    month: MonthSchema,
    run: z.int(),
    collected: SignedVndCodec,
    parts: SplitPartsSchema,
    difference: SplitDifferenceSchema,
    postings: PostingsSchema,
  }),
});
