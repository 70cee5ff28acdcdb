import * as z from 'zod/mini';
import { DaySchema, RateSchema } from '#shared/contracts/common.ts';
import { AmountSchema } from './facts.ts';
import { term } from './rules.ts';

/** Terms of a loan as the engine takes them. */

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
    dayCount: term.dayCount,
    amortisation: z.enum(['equal-principal', 'equal-instalment', 'bullet', 'custom']),
    interestMethod: term.interestMethod,
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
    monthEnd: term.monthEnd,
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
    lastInstalment: term.lastInstalment,
    rounding: z.enum(['half-up', 'half-even']),
    overdueRegime: z.enum(['per-instalment', 'maturity-only']),
    overduePrincipalAccrues: z.boolean(),
    interestRunsOn: term.interestRunsOn,
    /** By the schedule a payoff asks the interest accrued to its day (default), or all that rows to come ask. */
    payoffInterest: term.payoffInterest,
    /** The row that shows the principal of a payoff: the one in which it happens (default), or the last. */
    payoffRow: term.payoffRow,
    /** Is the interest of a row rounded once (default), or each stretch of its nights with one balance and rate? */
    interestRounding: term.interestRounding,
    earlyPayment: term.earlyPayment,
    /** Does a level instalment whose interest is asked at its due date fall by what early money saved (default)? */
    levelTotal: term.levelTotal,
    allocation: z.strictObject({
      pastDue: OrderSchema,
      due: OrderSchema,
      inAdvance: OrderSchema,
      beyond: term.beyond,
    }),
  })
  .check(z.meta({ id: 'CalculationTerms', description: 'The terms a loan is calculated by' }));
