import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { DayCodec, PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  IdSchema,
  InstantSchema,
  SlugSchema,
  TextSchema,
} from '#shared/contracts/common.ts';
import { DECLINE_REASONS } from '#shared/domain/words/decline-reason.ts';
import { LOAN_STATUSES } from '#shared/domain/words/loan-status.ts';
import { approvedTerms } from './approved-terms.ts';
import { usePlan } from './use-plan.ts';

/** Wire shapes of a loan as it is read. */

export const LoanStatusSchema = z
  .enum(LOAN_STATUSES)
  .check(z.meta({ id: 'LoanStatus', description: 'Where a loan is in its life' }));

const LoanTermsSchema = z.object({ ...approvedTerms, approvedBy: z.string() }).check(
  z.meta({
    id: 'LoanTerms',
    description: 'Terms fixed at approval; interest is actual days over 365 unless the rules say otherwise',
  }),
);

const InstalmentSchema = z
  .object({
    number: z.int(),
    dueOn: DayCodec,
    principal: VndCodec,
    paid: VndCodec,
    status: z.enum(['paid', 'open', 'overdue', 'written-off']),
  })
  .check(z.meta({ id: 'Instalment', description: 'A principal instalment' }));

/** Class of the debt on a day. */
const ClassSchema = z.enum(['in-term', 'overdue', 'frozen', 'settled', 'written-off']);

const PositionSchema = z
  .object({
    outstanding: VndCodec,
    overduePrincipal: VndCodec,
    /** Interest owed on the day and not paid, rounded half up to the đồng once. */
    interestDue: VndCodec,
    overdueInterestDue: VndCodec,
    /** Pays the loan off on the day. */
    payoff: VndCodec,
    principalPaid: VndCodec,
    interestPaid: VndCodec,
    class: ClassSchema,
    /** First day of the present class. */
    classSince: DayCodec,
    /** When the class changes next if nothing more happens; null when it never does. */
    nextChange: z.nullable(z.object({ on: DayCodec, class: ClassSchema })),
    daysOverdue: z.int(),
    nextDue: z.nullable(z.object({ dueOn: DayCodec, principal: VndCodec })),
  })
  .check(z.meta({ id: 'LoanPosition', description: 'What is owed on a day, computed from what happened' }));

const LoanFreezeSchema = z
  .object({ from: DayCodec, until: DayCodec, decisionNumber: z.string() })
  .check(z.meta({ id: 'LoanFreeze', description: 'A freeze of the debt' }));

const LoanWriteOffSchema = z
  .object({ on: DayCodec, principal: VndCodec, interest: VndCodec, decisionNumber: z.string() })
  .check(z.meta({ id: 'LoanWriteOff', description: 'What left the books by decision' }));

const identity = {
  loanId: IdSchema,
  status: LoanStatusSchema,
  householdId: IdSchema,
  programmeId: SlugSchema,
  groupId: IdSchema,
};

export const LoanSchema = z
  .object({
    ...identity,
    version: z.int(),
    asOf: DayCodec,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    personId: IdSchema,
    communeId: CommuneIdSchema,
    organisationId: SlugSchema,
    listId: z.nullable(IdSchema),
    requestedAmount: PositiveVndCodec,
    requestedTermMonths: z.int(),
    ...usePlan,
    /** Kinds of capital that may fund the loan; empty before eligibility is decided. */
    capitalKinds: z.array(CapitalKindSchema),
    /** Why the loan was refused, rejected or cancelled. */
    reason: z.nullable(z.string()),
    terms: z.nullable(LoanTermsSchema),
    /** What the source lacks while the loan waits for money. */
    missingCapital: z.nullable(VndCodec),
    /** Why capital declined the last request, and what can be done; null unless the loan awaits capital after that. */
    capitalDeclined: z.nullable(z.object({ reason: z.enum(DECLINE_REASONS), detail: TextSchema })),
    disbursedOn: z.nullable(DayCodec),
    maturityOn: z.nullable(DayCodec),
    freeze: z.nullable(LoanFreezeSchema),
    writtenOff: z.nullable(LoanWriteOffSchema),
    position: z.nullable(PositionSchema),
    schedule: z.array(InstalmentSchema),
  })
  .check(z.meta({ id: 'Loan', description: 'A loan, from its request on' }));

export const LoanRowSchema = z
  .object({
    ...identity,
    /** Requested, then approved, đồng. */
    amount: PositiveVndCodec,
    outstanding: z.nullable(VndCodec),
    nextDueOn: z.nullable(DayCodec),
    maturityOn: z.nullable(DayCodec),
  })
  .check(z.meta({ id: 'LoanRow', description: 'A loan in the list' }));

export const GroupLoanRowSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    programmeId: SlugSchema,
    requestedAmount: PositiveVndCodec,
    appliedOn: DayCodec,
  })
  .check(z.meta({ id: 'GroupLoanRow', description: 'A loan of a group' }));

export const TransactionSchema = z
  .object({
    eventId: z.string(),
    type: z.string(),
    title: TextSchema,
    version: z.int(),
    effectiveOn: DayCodec,
    recordedAt: InstantSchema,
    actor: z.string(),
    correlationId: z.string(),
    amount: z.nullable(VndCodec),
    principal: z.nullable(VndCodec),
    interest: z.nullable(VndCodec),
    outstanding: z.nullable(VndCodec),
    reason: z.nullable(z.string()),
  })
  .check(z.meta({ id: 'LoanTransaction', description: 'One fact in the life of a loan' }));
