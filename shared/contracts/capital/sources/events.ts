import * as z from 'zod/mini';
import { source } from '#shared/contracts/capital/events.ts';
import { PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { reverses } from '#shared/contracts/capital/ledger/reversal.ts';
import { DecisionSchema, IdSchema, PositiveVndSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

export const InvestorRevised = defineEvent({
  type: 'InvestorRevised',
  version: 1,
  source,
  title: { vi: 'Nhà đầu tư được ghi nhận', en: 'Investor recorded' },
  data: z.object({ investorId: SlugSchema, revision: z.int() }),
});

export const SourceOpened = defineEvent({
  type: 'SourceOpened',
  version: 1,
  source,
  title: { vi: 'Mở nguồn vốn', en: 'Capital source opened' },
  data: z.object({
    sourceId: IdSchema,
    investorId: SlugSchema,
    kind: z.string(),
    contractNumber: z.string(),
  }),
});

export const CapitalReceived = defineEvent({
  type: 'CapitalReceived',
  version: 1,
  source,
  title: { vi: 'Nhận vốn', en: 'Capital received' },
  data: z.object({
    sourceId: IdSchema,
    amount: PositiveVndSchema,
    decision: DecisionSchema,
    /** The planned tranche it is of, or a part of. */
    trancheId: z.optional(IdSchema),
    postings: PostingsSchema,
  }),
});

export const CapitalReceiptReversed = defineEvent({
  type: 'CapitalReceiptReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán nhận vốn', en: 'Receipt of capital reversed' },
  data: z.object({ sourceId: IdSchema, ...reverses }),
});
