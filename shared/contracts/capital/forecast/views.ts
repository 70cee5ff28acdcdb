import * as z from 'zod/mini';
import { MonthSchema } from '#shared/contracts/capital/ledger/month.ts';
import { RateCodec, SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  CommuneIdSchema,
  DaySchema,
  IdSchema,
  LegalSourceSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

/** What forecasts show and what they take for granted. Amounts are đồng. */

/** In a scope null means all; the narrowest record in force counts. */
export const assumptionContent = {
  kind: z.enum(['write-off-share', 'monthly-demand', 'demand-basis', 'new-loan-term']),
  sourceId: z.nullable(IdSchema),
  programmeId: z.nullable(SlugSchema),
  communeId: z.nullable(CommuneIdSchema),
  /** write-off-share: of principal due, what will not come back, per cent. */
  percent: z.optional(RateCodec),
  /** monthly-demand: what is asked for in a month. */
  amount: z.optional(VndCodec),
  /** demand-basis: what counts as demand. */
  basis: z.optional(z.enum(['assumed', 'mean-of-12-months'])),
  /** new-loan-term: months in which new lending comes back in equal parts. */
  months: z.optional(z.int().check(z.minimum(1), z.maximum(360))),
  from: DaySchema,
  to: z.nullable(DaySchema),
  /** Who assumes it, and on what ground. */
  source: LegalSourceSchema,
};

/** The field each kind has, and no other kind. */
const FIELD_OF_KIND = {
  'write-off-share': 'percent',
  'monthly-demand': 'amount',
  'demand-basis': 'basis',
  'new-loan-term': 'months',
};

/** Says in JSON Schema which field goes with which kind. */
export const ONE_FIELD_A_KIND = Object.entries(FIELD_OF_KIND).reduce(
  (otherwise, [kind, field]) => ({
    if: { properties: { kind: { const: kind } } },
    then: {
      required: [field],
      properties: Object.fromEntries(Object.values(FIELD_OF_KIND).map((one) => [one, one === field])),
    },
    else: otherwise,
  }),
  {},
);

export const ForecastAssumptionSchema = z
  .object({ assumptionId: SlugSchema, ...assumptionContent })
  .check(
    z.meta({ id: 'ForecastAssumption', description: 'What a forecast takes for granted, from a day on' }),
  );

export const ForecastSchema = z
  .object({
    sourceId: IdSchema,
    communeId: z.nullable(CommuneIdSchema),
    programmeId: z.nullable(SlugSchema),
    asOf: DaySchema,
    /** Principal outstanding on loans that are known one by one. */
    outstanding: SignedVndCodec,
    /** Principal of the ledger that no loan accounts for, such as that of opening balances; nothing of it is expected back. */
    withoutSchedule: SignedVndCodec,
    /** Principal that was due before this month; it counts in the first one. */
    overdue: SignedVndCodec,
    /** Principal due after the last month shown. */
    dueLater: SignedVndCodec,
    /** The first month in which demand finds no money; null when there is none within the forecast. */
    firstShortfallIn: z.nullable(MonthSchema),
    /** Records the forecast rests on. */
    assumptionIds: z.array(SlugSchema),
    demandBasis: z.array(z.enum(['assumed', 'mean-of-12-months'])),
    months: z.array(
      z.object({
        month: MonthSchema,
        opening: SignedVndCodec,
        principalDue: SignedVndCodec,
        /** What of principalDue was due before this month. */
        overdue: SignedVndCodec,
        writeOff: SignedVndCodec,
        tranches: VndCodec,
        newLoanReturns: VndCodec,
        reservations: VndCodec,
        demand: VndCodec,
        lent: VndCodec,
        shortfall: VndCodec,
        closing: SignedVndCodec,
      }),
    ),
  })
  .check(
    z.meta({
      id: 'Forecast',
      description:
        'Month by month: closing = opening + (principalDue − writeOff) + tranches + newLoanReturns − reservations − lent; shortfall = demand − lent',
    }),
  );

export const ShortfallSchema = z
  .object({
    programmeId: SlugSchema,
    /** The commune, or the area that keeps a reserve. */
    communeId: AreaIdSchema,
    firstShortfallIn: z.nullable(MonthSchema),
    opening: SignedVndCodec,
    principalDue: SignedVndCodec,
    demand: VndCodec,
    shortfall: VndCodec,
  })
  .check(
    z.meta({
      id: 'LeafShortfall',
      description: 'When the money of a programme in a commune runs out; sums over the months asked for',
    }),
  );
