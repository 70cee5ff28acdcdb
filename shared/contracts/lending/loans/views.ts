import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  CommuneIdSchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  PositiveVndSchema,
  RateSchema,
  SlugSchema,
  TextSchema,
  VndSchema,
} from '#shared/contracts/common.ts';
import { LOAN_STATUSES } from '#shared/domain/words/loan-status.ts';

/** Wire shapes of a loan as it is read. */

export const LoanStatusSchema = z.enum(LOAN_STATUSES).check(z.meta({ id: 'LoanStatus' }));

const LoanTermsSchema = z
  .object({
    sourceId: IdSchema,
    amount: PositiveVndSchema,
    ratePerYear: RateSchema,
    overdueRatePerYear: RateSchema,
    termMonths: z.int(),
    principalEveryMonths: z.int(),
    approvedBy: z.string(),
  })
  .check(
    z.meta({ id: 'LoanTerms', description: 'Terms fixed at approval; interest is actual days over 365' }),
  );

const InstalmentSchema = z
  .object({
    number: z.int(),
    dueOn: DaySchema,
    principal: VndSchema,
    paid: VndSchema,
    status: z.enum(['paid', 'open', 'overdue', 'written-off']),
  })
  .check(z.meta({ id: 'Instalment' }));

const PositionSchema = z
  .object({
    outstanding: VndSchema,
    overduePrincipal: VndSchema,
    /** Interest owed on the day and not paid, rounded half up to the đồng once. */
    interestDue: VndSchema,
    overdueInterestDue: VndSchema,
    /** Pays the loan off on the day. */
    payoff: VndSchema,
    principalPaid: VndSchema,
    interestPaid: VndSchema,
    class: z.enum(['in-term', 'overdue', 'frozen', 'settled', 'written-off']),
    daysOverdue: z.int(),
    nextDue: z.nullable(z.object({ dueOn: DaySchema, principal: VndSchema })),
  })
  .check(z.meta({ id: 'LoanPosition', description: 'What is owed on a day, computed from what happened' }));

const LoanFreezeSchema = z
  .object({ from: DaySchema, until: DaySchema, decisionNumber: z.string() })
  .check(z.meta({ id: 'LoanFreeze' }));

const LoanWriteOffSchema = z
  .object({ on: DaySchema, principal: VndSchema, interest: VndSchema, decisionNumber: z.string() })
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
    asOf: DaySchema,
    personId: IdSchema,
    communeId: CommuneIdSchema,
    organisationId: SlugSchema,
    listId: z.nullable(IdSchema),
    requestedAmount: PositiveVndSchema,
    requestedTermMonths: z.int(),
    purpose: z.string(),
    /** Kinds of capital that may fund the loan; empty before eligibility is decided. */
    capitalKinds: z.array(CapitalKindSchema),
    /** Why the loan was refused, rejected or cancelled. */
    reason: z.nullable(z.string()),
    terms: z.nullable(LoanTermsSchema),
    /** What the source lacks while the loan waits for capital. */
    missingCapital: z.nullable(VndSchema),
    disbursedOn: z.nullable(DaySchema),
    maturityOn: z.nullable(DaySchema),
    freeze: z.nullable(LoanFreezeSchema),
    writtenOff: z.nullable(LoanWriteOffSchema),
    position: z.nullable(PositionSchema),
    schedule: z.array(InstalmentSchema),
  })
  .check(z.meta({ id: 'Loan' }));

export const LoanRowSchema = z
  .object({
    ...identity,
    /** Requested, then approved, đồng. */
    amount: PositiveVndSchema,
    outstanding: z.nullable(VndSchema),
    nextDueOn: z.nullable(DaySchema),
    maturityOn: z.nullable(DaySchema),
  })
  .check(z.meta({ id: 'LoanRow' }));

export const GroupLoanRowSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    programmeId: SlugSchema,
    requestedAmount: PositiveVndSchema,
    appliedOn: DaySchema,
  })
  .check(z.meta({ id: 'GroupLoanRow' }));

export const TransactionSchema = z
  .object({
    eventId: z.string(),
    type: z.string(),
    title: TextSchema,
    version: z.int(),
    effectiveOn: DaySchema,
    recordedAt: InstantSchema,
    actor: z.string(),
    correlationId: z.string(),
    amount: z.nullable(VndSchema),
    principal: z.nullable(VndSchema),
    interest: z.nullable(VndSchema),
    outstanding: z.nullable(VndSchema),
    reason: z.nullable(z.string()),
  })
  .check(z.meta({ id: 'LoanTransaction', description: 'One fact in the life of a loan' }));
