import * as z from 'zod/mini';

import { place, PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { reverses } from '#shared/contracts/capital/ledger/reversal.ts';
import { PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, DecisionSchema, IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

/** Events of quota decisions. Money moves leaf by leaf: one entry for what a decision gives to or takes from a leaf. */

const source = 'capital';

export const QuotaAllocationReversed = defineEvent({
  type: 'QuotaAllocationReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán phân bổ chỉ tiêu', en: 'Allocation of quota reversed' },
  data: z.object({
    ...place,
    ...reverses,
    /** The quota decision the allocation carried out; one from before there were such decisions has none. */
    decisionId: z.optional(IdSchema),
  }),
});

const moved = {
  ...place,
  amount: PositiveVndCodec,
  decision: DecisionSchema,
  /** The quota decision it carries out; entries from before there were such decisions have none. */
  decisionId: z.optional(IdSchema),
  postings: PostingsSchema,
};

export const QuotaAllocated = defineEvent({
  type: 'QuotaAllocated',
  version: 1,
  source,
  title: { vi: 'Phân bổ chỉ tiêu', en: 'Quota allocated' },
  data: z.object({
    ...moved,
    /** A recall of a decision that could not be carried out is put back. */
    putsBack: z.optional(z.boolean()),
  }),
});

export const QuotaRecalled = defineEvent({
  type: 'QuotaRecalled',
  version: 1,
  source,
  title: { vi: 'Thu hồi chỉ tiêu', en: 'Quota recalled' },
  data: z.object(moved),
});

const decided = { sourceId: IdSchema, decisionId: IdSchema, decision: DecisionSchema };

/** Sums of its lines, đồng. */
const sums = { allocated: VndCodec, recalled: VndCodec };

export const QuotaDecisionProposed = defineEvent({
  type: 'QuotaDecisionProposed',
  version: 1,
  source,
  title: { vi: 'Đề xuất quyết định giao chỉ tiêu', en: 'Quota decision proposed' },
  data: z.object({ ...decided, ...sums, lines: z.int() }),
});

export const QuotaDecisionApproved = defineEvent({
  type: 'QuotaDecisionApproved',
  version: 1,
  source,
  title: { vi: 'Duyệt quyết định giao chỉ tiêu', en: 'Quota decision approved' },
  data: z.object({
    ...decided,
    ...sums,
    proposedBy: z.string(),
    /** Day its entries count for. */
    countsFrom: DaySchema,
    /** false: its entries follow, some at a time, until it is approved in full or undone. */
    isApplied: z.boolean(),
  }),
});

export const QuotaDecisionRejected = defineEvent({
  type: 'QuotaDecisionRejected',
  version: 1,
  source,
  title: { vi: 'Trả lại quyết định giao chỉ tiêu', en: 'Quota decision rejected' },
  data: z.object({ ...decided, reason: z.string(), proposedBy: z.string() }),
});

export const QuotaDecisionWithdrawn = defineEvent({
  type: 'QuotaDecisionWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút quyết định giao chỉ tiêu', en: 'Quota decision withdrawn' },
  data: z.object({ ...decided, reason: z.string() }),
});

export const QuotaDecisionUndone = defineEvent({
  type: 'QuotaDecisionUndone',
  version: 1,
  source,
  title: {
    vi: 'Quyết định giao chỉ tiêu không thực hiện được, đã hoàn lại',
    en: 'Quota decision could not be carried out and was put back',
  },
  data: z.object({
    ...decided,
    /** Lines whose recall was no longer available, counted from 0 as they were sent. */
    failedLines: z.array(z.int()),
  }),
});

export const QUOTA_MONEY_EVENTS = [QuotaAllocated, QuotaRecalled] as const;

export const QUOTA_EVENTS = [
  QuotaDecisionProposed,
  QuotaDecisionApproved,
  QuotaDecisionRejected,
  QuotaDecisionWithdrawn,
  QuotaDecisionUndone,
] as const;
