import * as z from 'zod/mini';
import {
  DaySchema,
  DecisionSchema,
  IdSchema,
  lineOf,
  PositiveVndSchema,
  ShortTextSchema,
  SlugSchema,
  VndSchema,
} from '#shared/contracts/common.ts';

/** Wire bodies of the commands on a loan. */

const TermMonthsSchema = z.int().check(z.minimum(1), z.maximum(600));

/** When the act counts (today when absent) and the version the caller decided on. */
const acted = { effectiveOn: z.optional(DaySchema), expectedVersion: z.optional(z.int()) };

export const ApplicationSchema = z
  .strictObject({
    loanId: IdSchema,
    groupId: IdSchema,
    householdId: IdSchema,
    personId: IdSchema,
    programmeId: SlugSchema,
    amount: PositiveVndSchema,
    termMonths: TermMonthsSchema,
    purpose: lineOf(80),
    effectiveOn: z.optional(DaySchema),
  })
  .check(z.meta({ id: 'Application', description: 'Loan request and use plan, form 01/TD' }));

export const ApprovalSchema = z
  .strictObject({
    /** The capital source that is to fund the loan. */
    sourceId: IdSchema,
    amount: PositiveVndSchema,
    termMonths: TermMonthsSchema,
    principalEveryMonths: TermMonthsSchema,
    ...acted,
  })
  .check(z.meta({ id: 'Approval' }));

export const ReasonedSchema = z
  .strictObject({ reason: ShortTextSchema, ...acted })
  .check(z.meta({ id: 'Reasoned', description: 'An act that must give its reason' }));

export const CapitalRequestSchema = z
  .strictObject({
    /** Another source than the one that declined. */
    sourceId: z.optional(IdSchema),
    ...acted,
  })
  .check(z.meta({ id: 'CapitalRequest' }));

export const DisbursementSchema = z.strictObject(acted).check(z.meta({ id: 'Disbursement' }));

export const RepaymentSchema = z
  .strictObject({
    repaymentId: IdSchema,
    amount: PositiveVndSchema,
    method: z.optional(z.enum(['cash', 'transfer'])),
    ...acted,
  })
  .check(
    z.meta({
      id: 'Repayment',
      description: 'Money received from the borrower; interest first, then principal',
    }),
  );

export const FreezeSchema = z
  .strictObject({
    decision: DecisionSchema,
    /** Last day of the freeze. */
    until: DaySchema,
    ...acted,
  })
  .check(z.meta({ id: 'Freeze' }));

export const WriteOffSchema = z
  .strictObject({ decision: DecisionSchema, reason: ShortTextSchema, ...acted })
  .check(z.meta({ id: 'WriteOff', description: 'All that is owed leaves the books by decision' }));

export const RepaidSchema = z
  .object({
    id: IdSchema,
    version: z.int(),
    status: z.string(),
    repaymentId: IdSchema,
    principal: VndSchema,
    /** In-term and overdue interest together. */
    interest: VndSchema,
    outstanding: VndSchema,
  })
  .check(z.meta({ id: 'Repaid', description: 'How the money was applied' }));
