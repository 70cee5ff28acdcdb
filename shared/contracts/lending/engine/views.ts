import * as z from 'zod/mini';
import {
  DaySchema,
  InstantSchema,
  RateSchema,
  SignedVndSchema,
  VndSchema,
} from '#shared/contracts/common.ts';

/** Wire shapes of the loan calculator: terms and facts in, schedule and position out, nothing stored. */

/** Large enough for any loan, small enough that interest of a century stays exact. */
const AmountSchema = z
  .string()
  .check(
    z.regex(/^[1-9]\d{0,12}$/),
    z.meta({ id: 'LoanAmount', description: 'Whole đồng above zero, below 10¹³', examples: ['50000000'] }),
  );

const MultipleSchema = z
  .string()
  .check(
    z.regex(/^[1-9]\d{0,8}$/),
    z.meta({ id: 'Multiple', description: 'Whole đồng an amount is rounded to', examples: ['1000'] }),
  );

const EverySchema = z
  .strictObject({
    n: z.int().check(z.minimum(1), z.maximum(600)),
    unit: z.enum(['day', 'week', 'month', 'year']),
  })
  .check(z.meta({ id: 'Every', description: 'A rhythm: every n days, weeks, months or years' }));

/** Exactly one of `percentPerYear` and `factor` (of the base rate of the day). */
const RateStepSchema = z
  .strictObject({
    from: z.nullable(DaySchema),
    percentPerYear: z.optional(RateSchema),
    factor: z.optional(RateSchema),
  })
  .check(
    z.meta({
      id: 'RateStep',
      if: { properties: { percentPerYear: true }, required: ['percentPerYear'] },
      then: { properties: { factor: false } },
      else: { properties: { factor: true }, required: ['factor'] },
      description:
        'From a day on (null: from the beginning) either a rate in per cent a year or a factor of the base rate',
    }),
  );

const OrderSchema = z
  .enum(['IP', 'PI'])
  .check(
    z.meta({ id: 'AllocationOrder', description: 'IP: interest before principal; PI: principal first' }),
  );

export const CalculationTermsSchema = z
  .strictObject({
    dayCount: z.enum([
      'actual/365',
      'actual/360',
      'actual/actual',
      'actual/365-leap',
      'actual/actual-start',
      '30/360',
      '30/360-moved',
    ]),
    amortisation: z.enum(['equal-principal', 'equal-instalment', 'bullet', 'custom']),
    interestMethod: z.enum(['declining-balance', 'flat']),
    rates: z.array(RateStepSchema).check(z.minLength(1), z.maxLength(100)),
    baseRates: z.optional(
      z
        .array(z.strictObject({ from: z.nullable(DaySchema), percentPerYear: RateSchema }))
        .check(z.maxLength(100)),
    ),
    /** Between two days, both included, the rate is multiplied. */
    cuts: z.optional(
      z.array(z.strictObject({ from: DaySchema, to: DaySchema, factor: RateSchema })).check(z.maxLength(50)),
    ),
    /** Between two days, both included, a payer bears points of the rate. */
    supports: z.optional(
      z
        .array(
          z.strictObject({
            from: DaySchema,
            to: DaySchema,
            percentPerYear: RateSchema,
            payer: z.string().check(z.minLength(1), z.maxLength(64)),
          }),
        )
        .check(z.maxLength(50)),
    ),
    overdueRateFactor: RateSchema,
    principalEvery: EverySchema,
    interestEvery: EverySchema,
    /** Number of principal instalments. */
    instalments: z.int().check(z.minimum(1), z.maximum(1300)),
    firstDue: z.nullable(DaySchema),
    /** Where a month is too short for the due date: its last day (default), or the 1st of the next. */
    monthEnd: z.optional(z.enum(['shortens', 'rolls'])),
    /** Fixed day of the month of the transaction point, by date. */
    transactionDays: z.optional(
      z
        .array(
          z.strictObject({
            from: z.nullable(DaySchema),
            day: z.int().check(z.minimum(1), z.maximum(31)),
          }),
        )
        .check(z.maxLength(50)),
    ),
    /** Due dates and principal when the amortisation is custom. */
    custom: z.optional(
      z.array(z.strictObject({ due: DaySchema, principal: AmountSchema })).check(z.maxLength(600)),
    ),
    grace: z.strictObject({
      principal: z.int().check(z.minimum(0), z.maximum(1300)),
      interestPayment: z.int().check(z.minimum(0), z.maximum(1300)),
      interestFree: z.int().check(z.minimum(0), z.maximum(1300)),
    }),
    principalMultiple: MultipleSchema,
    instalmentMultiple: MultipleSchema,
    lastInstalment: z.enum(['takes-rest', 'smoothed']),
    rounding: z.enum(['half-up', 'half-even']),
    overdueRegime: z.enum(['per-instalment', 'maturity-only']),
    overduePrincipalAccrues: z.boolean(),
    interestRunsOn: z.enum(['actual-balance', 'schedule']),
    /** By the schedule a payoff asks the interest accrued to its day (default), or all that rows to come ask. */
    payoffInterest: z.optional(z.enum(['accrued', 'all-scheduled'])),
    /** The row that shows the principal of a payoff: the one in which it happens (default), or the last. */
    payoffRow: z.optional(z.enum(['current', 'last'])),
    /** Is the interest of a row rounded once (default), or each stretch of its nights with one balance and rate? */
    interestRounding: z.optional(z.enum(['per-row', 'per-stretch'])),
    earlyPayment: z.enum(['within-instalment-amount', 'principal-only-interest-at-due-date']),
    /** Does a level instalment whose interest is asked at its due date fall by what early money saved (default)? */
    levelTotal: z.optional(z.enum(['falls', 'kept'])),
    allocation: z.strictObject({
      pastDue: OrderSchema,
      due: OrderSchema,
      inAdvance: OrderSchema,
      beyond: z.enum(['next', 'last', 'last-before-current']),
    }),
  })
  .check(z.meta({ id: 'CalculationTerms', description: 'The terms a loan is calculated by' }));

const { shape: term } = CalculationTermsSchema;

/** What a programme says about how its loans are calculated; what is absent is as with the usual loan. */
export const LoanRulesSchema = z
  .strictObject({
    dayCount: z.optional(term.dayCount),
    /** Level instalments are asked every month; a bullet asks all principal at the end of the term. */
    amortisation: z.optional(z.enum(['equal-principal', 'equal-instalment', 'bullet'])),
    interestMethod: z.optional(term.interestMethod),
    interestRunsOn: z.optional(term.interestRunsOn),
    payoffInterest: term.payoffInterest,
    payoffRow: term.payoffRow,
    interestRounding: term.interestRounding,
    earlyPayment: z.optional(term.earlyPayment),
    /** Which rows money beyond the current row goes to. */
    beyond: z.optional(term.allocation.shape.beyond),
    levelTotal: term.levelTotal,
    lastInstalment: z.optional(term.lastInstalment),
    monthEnd: term.monthEnd,
  })
  .check(
    z.meta({ id: 'LoanRules', description: 'How loans of a programme are calculated where not as usual' }),
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
