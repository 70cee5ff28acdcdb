import * as z from 'zod/mini';
import {
  DaySchema,
  DecisionSchema,
  IdSchema,
  PositiveVndSchema,
  ShortTextSchema,
  SlugSchema,
  VndSchema,
} from '../common.ts';
import { defineEvent } from '../event.ts';
import { CONTRACT_EVENTS, InterestSplitPosted } from './contract-events.ts';
import {
  CapitalDeclined,
  CapitalFreed,
  CapitalWrittenOff,
  ReservationExpired,
  ReservationExpiring,
  ReservationRulesRevised,
} from './reservation-events.ts';
export { CapitalDeclined, CapitalFreed, CapitalWrittenOff, ReservationExpired, ReservationExpiring };
import { CapitalFigureRevised } from './figures-events.ts';
import { FUND_EVENTS, FUND_MONEY_EVENTS } from './fund-events.ts';
import { OPENING_EVENTS, OPENING_MONEY_EVENTS } from './opening-events.ts';
import { PostingsSchema, leaf, place } from './postings.ts';
import { QUOTA_EVENTS, QUOTA_MONEY_EVENTS } from './quota-events.ts';
import { QUOTA_REQUEST_EVENTS } from './quota-request-events.ts';

const source = 'capital';

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

/** The entry that is taken back: the business day and the version it was recorded under. */
const reverses = {
  entryOn: DaySchema,
  entryVersion: z.int(),
  amount: PositiveVndSchema,
  reason: ShortTextSchema,
  postings: PostingsSchema,
};

export const CapitalReceiptReversed = defineEvent({
  type: 'CapitalReceiptReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán nhận vốn', en: 'Receipt of capital reversed' },
  data: z.object({ sourceId: IdSchema, ...reverses }),
});

export const QuotaAllocationReversed = defineEvent({
  type: 'QuotaAllocationReversed',
  version: 1,
  source,
  title: { vi: 'Đảo bút toán phân bổ chỉ tiêu', en: 'Allocation of quota reversed' },
  data: z.object({ ...place, ...reverses }),
});

export const CapitalReserved = defineEvent({
  type: 'CapitalReserved',
  version: 1,
  source,
  title: { vi: 'Đã giữ vốn cho món vay', en: 'Capital reserved' },
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndSchema, postings: PostingsSchema }),
});

/** `reason` is what a person gave who released it; null when the loan was cancelled or asked elsewhere. */
export const ReservationReleased = defineEvent({
  type: 'ReservationReleased',
  version: 2,
  source,
  title: { vi: 'Giải phóng vốn đã giữ', en: 'Reservation released' },
  data: z.object({
    ...leaf,
    loanId: IdSchema,
    amount: PositiveVndSchema,
    reason: z.nullable(z.string()),
    postings: PostingsSchema,
  }),
  earlier: { 1: (data) => ({ ...data, reason: null }) },
});

export const CapitalLent = defineEvent({
  type: 'CapitalLent',
  version: 1,
  source,
  title: { vi: 'Vốn đã cho vay', en: 'Capital lent' },
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndSchema, postings: PostingsSchema }),
});

export const CapitalReturned = defineEvent({
  type: 'CapitalReturned',
  version: 1,
  source,
  title: { vi: 'Vốn quay về nguồn', en: 'Capital returned' },
  data: z.object({
    ...leaf,
    loanId: IdSchema,
    repaymentId: IdSchema,
    principal: VndSchema,
    interest: VndSchema,
    postings: PostingsSchema,
  }),
});

/** Events that move money: each carries the balanced postings of its act. */
export const MONEY_EVENTS = [
  CapitalReceived,
  ...QUOTA_MONEY_EVENTS,
  ...OPENING_MONEY_EVENTS,
  CapitalReceiptReversed,
  QuotaAllocationReversed,
  CapitalReserved,
  ReservationReleased,
  CapitalLent,
  CapitalReturned,
  CapitalWrittenOff,
  ...FUND_MONEY_EVENTS,
  InterestSplitPosted,
  ReservationExpired,
] as const;

export const CAPITAL_EVENTS = [
  InvestorRevised,
  SourceOpened,
  ...CONTRACT_EVENTS,
  ...QUOTA_EVENTS,
  ...QUOTA_REQUEST_EVENTS,
  ...OPENING_EVENTS,
  ...FUND_EVENTS,
  CapitalDeclined,
  CapitalFigureRevised,
  CapitalFreed,
  ReservationExpiring,
  ReservationRulesRevised,
  ...MONEY_EVENTS,
] as const;
