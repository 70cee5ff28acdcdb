import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { RateCodec, SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  ConfidenceSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  ShortTextSchema,
  SlugSchema,
  TextSchema,
} from '#shared/contracts/common.ts';
import { INDICATOR_IDS, INDICATOR_UNITS } from './catalogue.ts';

/** What indicators show and what they rest on. Amounts are đồng. */

const WholeNumberSchema = z.string().check(
  z.regex(/^(0|-?[1-9]\d{0,29})$/),
  z.meta({
    id: 'WholeNumber',
    description: 'Whole number in the unit of the indicator, possibly negative',
    examples: ['2300'],
  }),
);

/** An exact number in the unit of its indicator. */
export const WholeNumberCodec = z.codec(WholeNumberSchema, z.bigint(), { decode: BigInt, encode: String });

export const IndicatorIdSchema = z
  .enum(INDICATOR_IDS)
  .check(z.meta({ id: 'IndicatorId', description: 'Identity of an indicator' }));

const UnitSchema = z.enum(INDICATOR_UNITS).check(
  z.meta({
    id: 'IndicatorUnit',
    description:
      'dong; basis-points: 2300 is 23.00 %; hundredths: 2834 is 28.34 times; rank: 1 is the first place',
  }),
);

const RoundingSchema = z.nullable(z.enum(['half-up']));

const inForce = { from: DaySchema, to: z.nullable(DaySchema), source: LegalSourceSchema };

export const IndicatorTargetSchema = z
  .object({
    targetId: SlugSchema,
    indicatorId: IndicatorIdSchema,
    bound: z.enum(['at-least', 'at-most']),
    value: WholeNumberCodec,
    ...inForce,
  })
  .check(z.meta({ id: 'IndicatorTarget', description: 'What an indicator is to reach, from a day on' }));

export const OpportunityRateSchema = z.object({ rateId: SlugSchema, rate: RateCodec, ...inForce }).check(
  z.meta({
    id: 'OpportunityRate',
    description: 'What idle capital could earn, per cent a year, from a day on',
  }),
);

export const NationalRowSchema = z
  .strictObject({
    provinceId: z.string().check(z.regex(/^\d{2}$/), z.meta({ examples: ['22'] })),
    name: ShortTextSchema,
    entrustedCapital: VndCodec,
  })
  .check(z.meta({ id: 'NationalRow', description: 'One province of the table' }));

export const NationalTableSchema = z
  .object({
    asOf: DaySchema,
    rows: z.array(NationalRowSchema),
    source: ShortTextSchema,
    confidence: ConfidenceSchema,
  })
  .check(
    z.meta({
      id: 'NationalTable',
      description: 'Entrusted capital of every province on a day, as imported',
    }),
  );

export const IndicatorDefinitionSchema = z
  .object({
    indicatorId: IndicatorIdSchema,
    code: z.string(),
    name: TextSchema,
    formula: TextSchema,
    unit: UnitSchema,
    periodType: z.enum(['point', 'flow']),
    sourceRecord: TextSchema,
    owner: TextSchema,
    rounding: RoundingSchema,
    filters: z.array(z.enum(['sourceId', 'communeId', 'programmeId'])),
    /** Targets in force today. */
    targets: z.array(IndicatorTargetSchema),
  })
  .check(z.meta({ id: 'IndicatorDefinition', description: 'What an indicator is and how it is reckoned' }));

/** Amounts an indicator is made of; rows carry the same names and add up to them. */
export const TERM_NAMES = [
  'local-fund',
  'local-fund-at-base',
  'total-fund',
  'total-fund-at-base',
  'unallocated',
  'available',
  'reserved',
  'lent',
  'quota',
  'idle-day-sum',
  'idle-cost-times-365e8',
  'table-fund',
  'table-difference',
] as const;

export const TermSchema = z.object({ name: z.enum(TERM_NAMES), amount: SignedVndCodec }).check(
  z.meta({
    id: 'IndicatorTerm',
    description:
      'An amount in đồng; idle-day-sum is đồng × days, and idle-cost-times-365e8 its product with the rate in millionths of a per cent',
  }),
);

export const IndicatorValueSchema = z
  .object({
    indicatorId: IndicatorIdSchema,
    asOf: DaySchema,
    /** Null: as known now. */
    knownOn: z.nullable(InstantSchema),
    /** The day compared with, or the first day of the period; null where there is none. */
    base: z.nullable(DaySchema),
    unit: UnitSchema,
    /** Null when it cannot be reckoned; `missing` says what for. */
    value: z.nullable(WholeNumberCodec),
    numerator: z.nullable(SignedVndCodec),
    denominator: z.nullable(SignedVndCodec),
    rounding: RoundingSchema,
    terms: z.array(TermSchema),
    missing: z.array(z.enum(['denominator', 'opportunity-rate', 'national-table'])),
    /** The imported table a rank rests on. */
    table: z.nullable(
      z.object({
        asOf: DaySchema,
        provinces: z.int(),
        source: z.string(),
        confidence: ConfidenceSchema,
      }),
    ),
    target: z.nullable(
      z.object({
        targetId: SlugSchema,
        bound: z.enum(['at-least', 'at-most']),
        value: WholeNumberCodec,
        /** Value less target; null while there is no value. */
        difference: z.nullable(WholeNumberCodec),
        isReached: z.nullable(z.boolean()),
        source: LegalSourceSchema,
      }),
    ),
  })
  .check(z.meta({ id: 'IndicatorValue', description: 'An indicator on a day, with what went into it' }));

export const IndicatorSeriesSchema = z
  .object({
    indicatorId: IndicatorIdSchema,
    from: DaySchema,
    to: DaySchema,
    by: z.enum(['day', 'month', 'year']),
    knownOn: z.nullable(InstantSchema),
    unit: UnitSchema,
    rounding: RoundingSchema,
    points: z.array(
      z.object({
        asOf: DaySchema,
        base: z.nullable(DaySchema),
        value: z.nullable(WholeNumberCodec),
        numerator: z.nullable(SignedVndCodec),
        denominator: z.nullable(SignedVndCodec),
        target: z.nullable(WholeNumberCodec),
      }),
    ),
  })
  .check(
    z.meta({
      id: 'IndicatorSeries',
      description: 'The indicator at the end of each period; the last one ends with `to`',
    }),
  );

export const IndicatorRowSchema = z
  .object({
    sourceId: z.nullable(IdSchema),
    investorId: z.nullable(SlugSchema),
    capitalKind: z.nullable(CapitalKindSchema),
    programmeId: z.nullable(SlugSchema),
    /** The commune, or the area that keeps a reserve. */
    communeId: z.nullable(AreaIdSchema),
    province: z.nullable(z.object({ provinceId: z.string(), name: z.string(), rank: z.int() })),
    /** The entry of the ledger, where rows are decisions; null for what the leaves of the source changed. */
    entry: z.nullable(
      z.object({
        type: z.string(),
        effectiveOn: DaySchema,
        recordedAt: InstantSchema,
        version: z.int(),
        decision: z.nullable(DecisionSchema),
        document: z.nullable(z.string()),
      }),
    ),
    terms: z.array(TermSchema),
  })
  .check(
    z.meta({
      id: 'IndicatorRow',
      description:
        'A row beneath the number: its terms and those of the others add up to the terms of the value',
    }),
  );
