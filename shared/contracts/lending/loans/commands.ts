import * as z from 'zod/mini';
import { DayCodec, PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { DecisionSchema, IdSchema, ShortTextSchema } from '#shared/contracts/common.ts';

/** Wire bodies of the commands on a loan. */

export const TermMonthsSchema = z.int().check(z.minimum(1), z.maximum(600));

/** When the act counts (today when absent) and the version the caller decided on. */
export const acted = {
  effectiveOn: z.optional(DayCodec),
  expectedVersion: z.optional(z.int().check(z.minimum(1))),
};

export const DisbursementSchema = z
  .strictObject(acted)
  .check(z.meta({ id: 'Disbursement', description: 'Money is handed to the borrower' }));

/** How money came in. */
export const PaymentMethodSchema = z.enum(['cash', 'transfer']);

export const RepaymentSchema = z
  .strictObject({
    repaymentId: IdSchema,
    amount: PositiveVndCodec,
    method: z.optional(PaymentMethodSchema),
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
    until: DayCodec,
    ...acted,
  })
  .check(z.meta({ id: 'Freeze', description: 'A decision that freezes the debt' }));

export const WriteOffSchema = z
  .strictObject({ decision: DecisionSchema, reason: ShortTextSchema, ...acted })
  .check(z.meta({ id: 'WriteOff', description: 'All that is owed leaves the books by decision' }));

export const RepaidSchema = z
  .object({
    id: IdSchema,
    version: z.int(),
    status: z.string(),
    repaymentId: IdSchema,
    principal: VndCodec,
    /** In-term and overdue interest together. */
    interest: VndCodec,
    outstanding: VndCodec,
  })
  .check(z.meta({ id: 'Repaid', description: 'How the money was applied' }));
