import * as z from 'zod/mini';
import { DaySchema, InstantSchema, RateSchema } from '#shared/contracts/common.ts';

/** What happened to a loan, as the engine takes and tells it. */

/** Large enough for any loan, small enough that interest of a century stays exact. */
export const AmountSchema = z
  .string()
  .check(
    z.regex(/^[1-9]\d{0,12}$/),
    z.meta({ id: 'LoanAmount', description: 'Whole đồng above zero, below 10¹³', examples: ['50000000'] }),
  );

const FactIdSchema = z.string().check(z.minLength(1), z.maxLength(64));

const recorded = { recordedAt: z.optional(InstantSchema) };

const dated = { on: DaySchema, ...recorded };

const received = { id: z.optional(FactIdSchema), ...dated, amount: AmountSchema };

const moved = { on: z.optional(DaySchema), from: DaySchema, to: DaySchema, ...recorded };

export const CalculationFactSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('disbursement'), ...received }),
    z.strictObject({ type: z.literal('payment'), ...received }),
    z.strictObject({ type: z.literal('waiver'), ...received }),
    z.strictObject({ type: z.literal('recovery'), ...received }),
    z.strictObject({ type: z.literal('write-off'), ...dated }),
    z.strictObject({ type: z.literal('reversal'), target: FactIdSchema, ...dated }),
    z.strictObject({ type: z.literal('rate-change'), percentPerYear: RateSchema, ...dated }),
    z.strictObject({ type: z.literal('interest-pause'), ...moved }),
    z.strictObject({ type: z.literal('due-date-move'), ...moved }),
    z.strictObject({ type: z.literal('instalment-adjustment'), ...moved, on: DaySchema }),
    z.strictObject({ type: z.literal('extension'), to: DaySchema, ...dated }),
    z.strictObject({ type: z.literal('rollover'), to: DaySchema, ...dated }),
    z.strictObject({ type: z.literal('first-due-set'), due: DaySchema, ...dated }),
    z.strictObject({ type: z.literal('freeze'), until: z.nullable(DaySchema), ...dated }),
    z.strictObject({ type: z.literal('freeze-end'), ...dated }),
    z.strictObject({ type: z.literal('representative-change'), ...dated }),
    z.strictObject({ type: z.literal('transfer'), ...dated }),
  ])
  .check(z.meta({ id: 'CalculationFact', description: 'Something that happened to the loan on a day' }));

export type CalculationFact = z.infer<typeof CalculationFactSchema>;
