import * as z from 'zod/mini';
import { DaySchema, InstantSchema, SignedVndSchema, VndSchema } from '#shared/contracts/common.ts';
import { CalculationFactSchema } from './facts.ts';
import { CalculationTermsSchema } from './terms.ts';

/** Wire shapes of the loan calculator: terms and facts in, schedule and position out, nothing stored. */

export const CalculationBodySchema = z
  .strictObject({
    terms: CalculationTermsSchema,
    facts: z.array(CalculationFactSchema).check(z.minLength(1), z.maxLength(4000)),
    asOf: DaySchema,
    /** Facts recorded later do not count. */
    knownOn: z.optional(InstantSchema),
    /** Another day to quote the payoff for, when nothing else happens until then. */
    payoffOn: z.optional(DaySchema),
  })
  .check(z.meta({ id: 'CalculationBody', description: 'Terms and facts of a loan that need not exist' }));

export type CalculationBody = z.infer<typeof CalculationBodySchema>;

const SplitSchema = z.object({ principal: VndSchema, interest: VndSchema, total: VndSchema });

const CalculatedInstalmentSchema = z
  .object({
    n: z.int(),
    from: DaySchema,
    due: DaySchema,
    days: z.int(),
    principal: VndSchema,
    interest: VndSchema,
    total: VndSchema,
    balanceAfter: VndSchema,
    paid: SplitSchema,
    waived: VndSchema,
    outstanding: SplitSchema,
    daysLate: z.int(),
  })
  .check(z.meta({ id: 'CalculatedInstalment', description: 'One row: what it asks and what was settled' }));

const CalculatedTransactionSchema = z
  .object({
    type: z.enum(['payment', 'waiver', 'write-off', 'recovery']),
    id: z.nullable(z.string()),
    on: DaySchema,
    amount: VndSchema,
    principal: VndSchema,
    /** Negative in a payment that closes a loan: interest paid ahead by the schedule became principal again. */
    interest: SignedVndSchema,
    overdueInterest: VndSchema,
    /** Money beyond all that was owed. */
    excess: VndSchema,
    balanceAfter: VndSchema,
  })
  .check(z.meta({ id: 'CalculatedTransaction', description: 'How an amount was applied' }));

const CalculatedPositionSchema = z
  .object({
    principalDisbursed: VndSchema,
    principalPaid: VndSchema,
    principalOutstanding: VndSchema,
    principalDue: VndSchema,
    principalOverdue: VndSchema,
    interestAccrued: VndSchema,
    interestDue: VndSchema,
    interestInGrace: VndSchema,
    overdueInterest: VndSchema,
    interestPaid: VndSchema,
    overdueInterestPaid: VndSchema,
    interestWaived: VndSchema,
    interestSupported: z.array(z.object({ payer: z.string(), amount: VndSchema })),
    excess: VndSchema,
    writtenOff: z.object({ principal: VndSchema, interest: VndSchema }),
    recovered: z.object({ principal: VndSchema, interest: VndSchema }),
    class: z.enum(['none', 'in-term', 'overdue', 'frozen', 'settled', 'written-off']),
    classSince: z.nullable(DaySchema),
    daysOverdue: z.int(),
    maturity: z.nullable(DaySchema),
    nextDue: z.nullable(z.object({ due: DaySchema, principal: VndSchema, interest: VndSchema })),
  })
  .check(z.meta({ id: 'CalculatedPosition', description: 'What is owed on the day, by kind' }));

const PayoffSchema = z
  .object({
    on: DaySchema,
    principal: VndSchema,
    /** Negative when more was paid ahead by the schedule than is owed by the day. */
    interest: SignedVndSchema,
    total: VndSchema,
  })
  .check(z.meta({ id: 'Payoff', description: 'What closes the loan on a day' }));

const DerivationSpanSchema = z
  .object({
    /** Row the nights belong to; null after the last due date. */
    n: z.nullable(z.int()),
    kind: z.enum(['in-term', 'overdue']),
    from: DaySchema,
    to: DaySchema,
    days: z.int(),
    balance: VndSchema,
    /** Per cent a year. */
    rate: z.string(),
    /** Years of the nights by the day count, as a fraction. */
    years: z.string(),
    /** balance × rate ÷ 100 × years, rounded by itself. */
    interest: VndSchema,
  })
  .check(
    z.meta({ id: 'DerivationSpan', description: 'Nights on one balance at one rate: how interest arose' }),
  );

export const CalculationSchema = z
  .object({
    asOf: DaySchema,
    instalments: z.array(CalculatedInstalmentSchema),
    transactions: z.array(CalculatedTransactionSchema),
    position: CalculatedPositionSchema,
    payoff: PayoffSchema,
    derivation: z.array(DerivationSpanSchema),
  })
  .check(z.meta({ id: 'Calculation', description: 'A loan calculated as of a day' }));

export type Calculation = z.infer<typeof CalculationSchema>;
