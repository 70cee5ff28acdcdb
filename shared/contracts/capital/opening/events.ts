import * as z from 'zod/mini';
import { leaf, PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, DecisionSchema, IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'capital';

const opening = { sourceId: IdSchema, openingId: IdSchema };

export const OpeningBalancesProposed = defineEvent({
  type: 'OpeningBalancesProposed',
  version: 1,
  source,
  title: { vi: 'Đề xuất số dư đầu kỳ', en: 'Opening balances proposed' },
  data: z.object({ ...opening, cutOverOn: DaySchema, fund: VndCodec, lines: z.int() }),
});

export const OpeningBalancesApproved = defineEvent({
  type: 'OpeningBalancesApproved',
  version: 1,
  source,
  title: { vi: 'Duyệt số dư đầu kỳ', en: 'Opening balances approved' },
  data: z.object({
    ...opening,
    cutOverOn: DaySchema,
    fund: VndCodec,
    lines: z.int(),
    proposedBy: z.string(),
    /** false: its lines follow, some at a time. */
    isApplied: z.boolean(),
  }),
});

export const OpeningBalancesRejected = defineEvent({
  type: 'OpeningBalancesRejected',
  version: 1,
  source,
  title: { vi: 'Trả lại số dư đầu kỳ', en: 'Opening balances rejected' },
  data: z.object({ ...opening, reason: z.string(), proposedBy: z.string() }),
});

export const OpeningBalancesWithdrawn = defineEvent({
  type: 'OpeningBalancesWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút số dư đầu kỳ', en: 'Opening balances withdrawn' },
  data: z.object({ ...opening, reason: z.string() }),
});

export const OpeningReversalProposed = defineEvent({
  type: 'OpeningReversalProposed',
  version: 1,
  source,
  title: { vi: 'Đề xuất đảo số dư đầu kỳ', en: 'Reversal of opening balances proposed' },
  data: z.object({ ...opening, reason: z.string() }),
});

export const OpeningReversalApproved = defineEvent({
  type: 'OpeningReversalApproved',
  version: 1,
  source,
  title: { vi: 'Duyệt đảo số dư đầu kỳ', en: 'Reversal of opening balances approved' },
  data: z.object({
    ...opening,
    fund: VndCodec,
    reason: z.string(),
    proposedBy: z.string(),
    /** false: its lines follow, some at a time. */
    isApplied: z.boolean(),
  }),
});

export const OpeningReversalRejected = defineEvent({
  type: 'OpeningReversalRejected',
  version: 1,
  source,
  title: { vi: 'Không duyệt đảo số dư đầu kỳ', en: 'Reversal of opening balances rejected' },
  data: z.object({ ...opening, reason: z.string() }),
});

export const OpeningReversalWithdrawn = defineEvent({
  type: 'OpeningReversalWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút đề xuất đảo số dư đầu kỳ', en: 'Reversal of opening balances withdrawn' },
  data: z.object({ ...opening, reason: z.string() }),
});

/** Some lines were lent from meanwhile: what was taken back is put back. */
export const OpeningReversalUndone = defineEvent({
  type: 'OpeningReversalUndone',
  version: 1,
  source,
  title: { vi: 'Việc đảo số dư đầu kỳ không thành', en: 'Reversal of opening balances undone' },
  data: z.object({ ...opening, failedLines: z.array(z.int()) }),
});

/** What a leaf held at the end of the cut-over day. */
export const OpeningBalanceRecorded = defineEvent({
  type: 'OpeningBalanceRecorded',
  version: 1,
  source,
  title: { vi: 'Ghi số dư đầu kỳ của chỉ tiêu', en: 'Opening balance of a quota recorded' },
  data: z.object({
    ...leaf,
    openingId: IdSchema,
    outstanding: VndCodec,
    available: VndCodec,
    decision: DecisionSchema,
    postings: PostingsSchema,
  }),
});

/** What the source itself held: cash not allocated, and its provision. */
export const SourceOpeningRecorded = defineEvent({
  type: 'SourceOpeningRecorded',
  version: 1,
  source,
  title: { vi: 'Ghi số dư đầu kỳ của nguồn vốn', en: 'Opening balance of a source recorded' },
  data: z.object({
    ...opening,
    unallocated: VndCodec,
    provision: VndCodec,
    decision: DecisionSchema,
    postings: PostingsSchema,
  }),
});

/** The other way round what a line of opening balances posted. */
export const OpeningBalanceReversed = defineEvent({
  type: 'OpeningBalanceReversed',
  version: 1,
  source,
  title: { vi: 'Đảo số dư đầu kỳ của chỉ tiêu', en: 'Opening balance of a quota reversed' },
  data: z.object({
    ...leaf,
    openingId: IdSchema,
    outstanding: VndCodec,
    available: VndCodec,
    reason: z.string(),
    postings: PostingsSchema,
  }),
});

export const SourceOpeningReversed = defineEvent({
  type: 'SourceOpeningReversed',
  version: 1,
  source,
  title: { vi: 'Đảo số dư đầu kỳ của nguồn vốn', en: 'Opening balance of a source reversed' },
  data: z.object({
    ...opening,
    unallocated: VndCodec,
    provision: VndCodec,
    reason: z.string(),
    postings: PostingsSchema,
  }),
});

export const OPENING_MONEY_EVENTS = [
  OpeningBalanceRecorded,
  SourceOpeningRecorded,
  OpeningBalanceReversed,
  SourceOpeningReversed,
] as const;

export const OPENING_EVENTS = [
  OpeningBalancesProposed,
  OpeningBalancesApproved,
  OpeningBalancesRejected,
  OpeningBalancesWithdrawn,
  OpeningReversalProposed,
  OpeningReversalApproved,
  OpeningReversalRejected,
  OpeningReversalWithdrawn,
  OpeningReversalUndone,
] as const;
