import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { leaf, PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, IdSchema } from '#shared/contracts/common.ts';
import { DECLINE_REASONS } from '#shared/domain/words/decline-reason.ts';
import { defineEvent } from '#shared/contracts/event.ts';

/** Events of capital of loans: reserved, lent, returned, and reservations that wait, expire or end. */

const source = 'capital';

export const CapitalReserved = defineEvent({
  type: 'CapitalReserved',
  version: 1,
  source,
  title: { vi: 'Đã giữ vốn cho món vay', en: 'Capital reserved' },
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndCodec, postings: PostingsSchema }),
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
    amount: PositiveVndCodec,
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
  data: z.object({ ...leaf, loanId: IdSchema, amount: PositiveVndCodec, postings: PostingsSchema }),
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
    principal: VndCodec,
    interest: VndCodec,
    postings: PostingsSchema,
  }),
});

const ofLoan = { ...leaf, loanId: IdSchema, amount: PositiveVndCodec };

export const CapitalDeclined = defineEvent({
  type: 'CapitalDeclined',
  version: 3,
  source,
  title: { vi: 'Chưa đủ vốn cho món vay', en: 'Capital declined' },
  data: z.object({
    ...ofLoan,
    reason: z.enum(DECLINE_REASONS),
    /** What is missing on the leaf for this loan and all that wait before it, đồng; 0 when it is not for money. */
    missing: VndCodec,
    /** Place in the queue of the leaf, from 1; null when the loan does not wait, as in events of version 1. */
    place: z.nullable(z.int()),
    /** Kind of capital of the source; null when there is no such source, as in events before version 3. */
    sourceKind: z.nullable(CapitalKindSchema),
  }),
  earlier: {
    1: (data) => ({ ...data, place: null, sourceKind: null }),
    2: (data) => ({ ...data, sourceKind: null }),
  },
});

export const ReservationRulesRevised = defineEvent({
  type: 'ReservationRulesRevised',
  version: 1,
  source,
  title: { vi: 'Quy định thời hạn giữ vốn được sửa đổi', en: 'Rules of reservations revised' },
  data: z.object({ revision: z.int() }),
});

/** Told once, so many days before the last one on which the reservation holds. */
export const ReservationExpiring = defineEvent({
  type: 'ReservationExpiring',
  version: 1,
  source,
  title: { vi: 'Vốn giữ sắp hết hạn', en: 'Reservation about to expire' },
  data: z.object({ ...ofLoan, expiresOn: DaySchema }),
});

/** The money is back in the leaf from the day after the last one on which the reservation held. */
export const ReservationExpired = defineEvent({
  type: 'ReservationExpired',
  version: 1,
  source,
  title: { vi: 'Vốn giữ hết hạn', en: 'Reservation expired' },
  data: z.object({ ...ofLoan, expiresOn: DaySchema, postings: PostingsSchema }),
});

export const CapitalWrittenOff = defineEvent({
  type: 'CapitalWrittenOff',
  version: 1,
  source,
  title: { vi: 'Vốn được xóa nợ', en: 'Capital written off' },
  data: z.object({ ...ofLoan, decisionNumber: z.string(), postings: PostingsSchema }),
});
