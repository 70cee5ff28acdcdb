import * as z from 'zod/mini';
import {
  CommuneIdSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  PositiveVndSchema,
  ShortTextSchema,
  SlugSchema,
  VndSchema,
} from '../common.ts';
import { defineEvent } from '../event.ts';

const source = 'capital';

export const AccountSchema = z
  .enum([
    'cash-unallocated',
    'cash-available',
    'cash-reserved',
    'cash-provision',
    'cash-interest',
    'loans',
    'opening-loans',
    'interest-distributed',
    'management-fee',
    'steering-activities',
    'capital-withdrawn',
    'capital-written-off',
    'capital-handed-over',
    'interest-drawn',
    'entrusted-capital',
    'opening-capital',
    'capital-supplement',
    'capital-taken-over',
    'risk-provision',
    'interest-collected',
  ])
  .check(
    z.meta({
      id: 'Account',
      description: 'Account of the chart; from interest-drawn on they are credit accounts',
    }),
  );

/** Money moves from the credited to the debited account: one debit and one credit of the same amount. */
export const PostingSchema = z
  .object({ debit: AccountSchema, credit: AccountSchema, amount: PositiveVndSchema })
  .check(z.meta({ id: 'Posting', description: 'One balanced movement in đồng' }));

const PostingsSchema = z.array(PostingSchema).check(z.minLength(1), z.maxLength(8));

/** Where the money of a loan lies: the leaf of the ledger. */
const leaf = { sourceId: IdSchema, programmeId: SlugSchema, communeId: CommuneIdSchema };

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
    postings: PostingsSchema,
  }),
});

export const QuotaAllocated = defineEvent({
  type: 'QuotaAllocated',
  version: 1,
  source,
  title: { vi: 'Phân bổ chỉ tiêu', en: 'Quota allocated' },
  data: z.object({ ...leaf, amount: PositiveVndSchema, decision: DecisionSchema, postings: PostingsSchema }),
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
  data: z.object({ ...leaf, ...reverses }),
});

export const CapitalReserved = defineEvent({
  type: 'CapitalReserved',
  version: 1,
  source,
  title: { vi: 'Đã giữ vốn cho món vay', en: 'Capital reserved' },
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndSchema, postings: PostingsSchema }),
});

export const CapitalDeclined = defineEvent({
  type: 'CapitalDeclined',
  version: 1,
  source,
  title: { vi: 'Chưa đủ vốn cho món vay', en: 'Capital declined' },
  data: z.object({
    ...leaf,
    loanId: IdSchema,
    amount: PositiveVndSchema,
    reason: z.enum(['quota-exceeded', 'no-quota', 'source-unknown', 'capital-kind-not-allowed']),
    /** What is missing on the leaf, đồng. */
    missing: VndSchema,
  }),
});

export const ReservationReleased = defineEvent({
  type: 'ReservationReleased',
  version: 1,
  source,
  title: { vi: 'Giải phóng vốn đã giữ', en: 'Reservation released' },
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndSchema, postings: PostingsSchema }),
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
  QuotaAllocated,
  CapitalReceiptReversed,
  QuotaAllocationReversed,
  CapitalReserved,
  ReservationReleased,
  CapitalLent,
  CapitalReturned,
] as const;

export const CAPITAL_EVENTS = [InvestorRevised, SourceOpened, CapitalDeclined, ...MONEY_EVENTS] as const;
