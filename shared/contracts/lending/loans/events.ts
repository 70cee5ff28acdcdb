import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { DayCodec, PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, DecisionSchema, IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { CalculationFactSchema } from '#shared/contracts/lending/engine/facts.ts';
import { DECLINE_REASONS } from '#shared/domain/words/decline-reason.ts';
import { approvedTerms } from './approved-terms.ts';
import { PaymentMethodSchema } from './commands.ts';
import { ScheduleSchema } from './schedule.ts';
import { usePlan } from './use-plan.ts';

const source = 'lending';

/** Whose loan it is, of which programme, and where. */
const loan = { loanId: IdSchema, householdId: IdSchema, programmeId: SlugSchema, communeId: CommuneIdSchema };

export const ApplicationSubmitted = defineEvent({
  type: 'ApplicationSubmitted',
  version: 1,
  source,
  title: { vi: 'Nộp giấy đề nghị vay vốn (01/TD)', en: 'Loan request submitted (01/TD)' },
  data: z.object({
    ...loan,
    personId: IdSchema,
    groupId: IdSchema,
    organisationId: SlugSchema,
    amount: PositiveVndCodec,
    termMonths: z.int(),
    ...usePlan,
  }),
});

export const LoanListed = defineEvent({
  type: 'LoanListed',
  version: 1,
  source,
  title: { vi: 'Hồ sơ được bình xét vào danh sách', en: 'Request voted onto a list' },
  data: z.object({ loanId: IdSchema, listId: IdSchema }),
});

export const LoanConfirmed = defineEvent({
  type: 'LoanConfirmed',
  version: 1,
  source,
  title: { vi: 'UBND xã xác nhận đối tượng', en: 'Commune confirmed the subject' },
  data: z.object({ ...loan, personId: IdSchema, listId: IdSchema, amount: PositiveVndCodec }),
});

export const LoanRefusedByCommune = defineEvent({
  type: 'LoanRefusedByCommune',
  version: 1,
  source,
  title: { vi: 'UBND xã không xác nhận', en: 'Commune refused to confirm' },
  data: z.object({ ...loan, listId: IdSchema, reason: z.string() }),
});

export const LoanEligibilityRecorded = defineEvent({
  type: 'LoanEligibilityRecorded',
  version: 1,
  source,
  title: { vi: 'Ghi nhận kết quả xét điều kiện', en: 'Eligibility recorded on the loan' },
  data: z.object({ loanId: IdSchema, eligible: z.boolean(), capitalKinds: z.array(CapitalKindSchema) }),
});

const capitalRequest = {
  ...loan,
  sourceId: IdSchema,
  amount: PositiveVndCodec,
  capitalKinds: z.array(CapitalKindSchema),
  /** Numbers each request for capital of the loan, so that a second one after a decline is told apart. */
  requestNumber: z.int(),
};

/** Approval is at the same time the request for capital on (source × programme × commune). */
export const LoanApproved = defineEvent({
  type: 'LoanApproved',
  version: 1,
  source,
  title: { vi: 'Phê duyệt cho vay', en: 'Loan approved' },
  data: z.object({ ...capitalRequest, terms: z.object(approvedTerms) }),
});

export const CapitalRequested = defineEvent({
  type: 'CapitalRequested',
  version: 1,
  source,
  title: { vi: 'Đề nghị lại vốn', en: 'Capital requested again' },
  data: z.object(capitalRequest),
});

export const LoanRejected = defineEvent({
  type: 'LoanRejected',
  version: 1,
  source,
  title: { vi: 'Từ chối cho vay', en: 'Loan rejected' },
  data: z.object({ ...loan, reason: z.string() }),
});

/** What events of version 1 called `reserved`; anything else is no outcome. */
const OUTCOMES = new Map<unknown, string>([
  [true, 'reserved'],
  [false, 'declined'],
]);

export const LoanCapitalRecorded = defineEvent({
  type: 'LoanCapitalRecorded',
  version: 3,
  source,
  title: { vi: 'Ghi nhận kết quả giữ vốn', en: 'Answer on capital recorded on the loan' },
  data: z.object({
    loanId: IdSchema,
    outcome: z.enum(['reserved', 'declined', 'released']),
    missing: VndCodec,
    /** Version of the loan in the capital service; 0 in events of version 1. */
    capitalVersion: z.int(),
    /** Why it was declined; null for the other outcomes, and in events before version 3. */
    decline: z.nullable(
      z.object({ reason: z.enum(DECLINE_REASONS), sourceKind: z.nullable(CapitalKindSchema) }),
    ),
  }),
  earlier: {
    1: ({ reserved, ...data }) => ({
      ...data,
      outcome: OUTCOMES.get(reserved),
      capitalVersion: 0,
      decline: null,
    }),
    2: (data) => ({ ...data, decline: null }),
  },
});

export const LoanCancelled = defineEvent({
  type: 'LoanCancelled',
  version: 1,
  source,
  title: { vi: 'Hủy hồ sơ vay', en: 'Loan cancelled' },
  data: z.object({ ...loan, reason: z.string() }),
});

export const LoanDisbursed = defineEvent({
  type: 'LoanDisbursed',
  version: 2,
  source,
  title: { vi: 'Giải ngân', en: 'Loan disbursed' },
  data: z.object({
    ...loan,
    sourceId: IdSchema,
    amount: PositiveVndCodec,
    maturityOn: DayCodec,
    /** As planned at disbursement; empty in events of version 1, which did not tell it. */
    schedule: ScheduleSchema,
  }),
  earlier: { 1: (data) => ({ ...data, schedule: [] }) },
});

export const RepaymentRecorded = defineEvent({
  type: 'RepaymentRecorded',
  version: 1,
  source,
  title: { vi: 'Thu nợ, thu lãi', en: 'Repayment recorded' },
  data: z.object({
    ...loan,
    repaymentId: IdSchema,
    amount: PositiveVndCodec,
    principal: VndCodec,
    /** In-term and overdue interest together, đồng. */
    interest: VndCodec,
    outstanding: VndCodec,
    settled: z.boolean(),
    method: PaymentMethodSchema,
  }),
});

export const LoanFrozen = defineEvent({
  type: 'LoanFrozen',
  version: 1,
  source,
  title: { vi: 'Khoanh nợ', en: 'Loan frozen' },
  data: z.object({ ...loan, until: DayCodec, decision: DecisionSchema }),
});

/** All that was owed leaves the books by decision; money that still comes in is no repayment of the loan. */
export const LoanWrittenOff = defineEvent({
  type: 'LoanWrittenOff',
  version: 1,
  source,
  title: { vi: 'Xóa nợ', en: 'Loan written off' },
  data: z.object({
    ...loan,
    sourceId: IdSchema,
    principal: PositiveVndCodec,
    interest: VndCodec,
    reason: z.string(),
    decision: DecisionSchema,
  }),
});

/** Anything else the loan engine knows: a tranche, a reversal, a waiver, a decision on rate or due dates … */
export const LoanChanged = defineEvent({
  type: 'LoanChanged',
  version: 1,
  source,
  title: { vi: 'Điều chỉnh khoản vay', en: 'Loan changed' },
  data: z.object({
    ...loan,
    change: CalculationFactSchema,
    outstanding: VndCodec,
    /** Nothing is owed after it. */
    settled: z.boolean(),
  }),
});

export const LOAN_EVENTS = [
  ApplicationSubmitted,
  LoanListed,
  LoanConfirmed,
  LoanRefusedByCommune,
  LoanEligibilityRecorded,
  LoanApproved,
  CapitalRequested,
  LoanRejected,
  LoanCapitalRecorded,
  LoanCancelled,
  LoanDisbursed,
  RepaymentRecorded,
  LoanFrozen,
  LoanWrittenOff,
  LoanChanged,
] as const;
