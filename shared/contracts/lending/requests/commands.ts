import * as z from 'zod/mini';
import { DayCodec, PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { IdSchema, ShortTextSchema, SlugSchema } from '#shared/contracts/common.ts';
import { acted, TermMonthsSchema } from '#shared/contracts/lending/loans/commands.ts';
import { usePlan } from '#shared/contracts/lending/loans/use-plan.ts';

export const ApplicationSchema = z
  .strictObject({
    loanId: IdSchema,
    groupId: IdSchema,
    householdId: IdSchema,
    personId: IdSchema,
    programmeId: SlugSchema,
    amount: PositiveVndCodec,
    termMonths: TermMonthsSchema,
    ...usePlan,
    effectiveOn: z.optional(DayCodec),
  })
  .check(z.meta({ id: 'Application', description: 'Loan request and use plan, form 01/TD' }));

export const ApprovalSchema = z
  .strictObject({
    /** The capital source that is to fund the loan. */
    sourceId: IdSchema,
    amount: PositiveVndCodec,
    termMonths: TermMonthsSchema,
    principalEveryMonths: TermMonthsSchema,
    ...acted,
  })
  .check(z.meta({ id: 'Approval', description: 'Terms the loan is approved on' }));

export const ReasonedSchema = z
  .strictObject({ reason: ShortTextSchema, ...acted })
  .check(z.meta({ id: 'Reasoned', description: 'An act that must give its reason' }));

export const CapitalRequestSchema = z
  .strictObject({
    /** Another source than the one that declined. */
    sourceId: z.optional(IdSchema),
    ...acted,
  })
  .check(z.meta({ id: 'CapitalRequest', description: 'Asks for capital again' }));
