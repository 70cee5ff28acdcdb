import * as z from 'zod/mini';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, DecisionSchema, IdSchema, InstantSchema } from '#shared/contracts/common.ts';
import { planContent, YearSchema } from './plan-parts.ts';

/** What is shown of funding plans. Amounts are đồng. */

export const PlanVersionSchema = z
  .object({
    planId: IdSchema,
    version: z.int(),
    /** It holds from this day on, until a later version does. */
    effectiveOn: DaySchema,
    ...planContent,
    recordedBy: z.string(),
    recordedAt: InstantSchema,
  })
  .check(
    z.meta({
      id: 'FundingPlanVersion',
      description: 'A funding plan as it was decided; a revised plan is another version',
    }),
  );

const lateness = {
  trancheId: IdSchema,
  dueOn: DaySchema,
  planned: VndCodec,
  received: VndCodec,
  remaining: VndCodec,
  /** Days since it was due while something remains; 0 when it is not late. */
  daysLate: z.int(),
};

export const PlanPositionSchema = z
  .object({
    planId: IdSchema,
    version: z.int(),
    effectiveOn: DaySchema,
    decision: DecisionSchema,
    years: z.array(
      z.object({ year: YearSchema, planned: VndCodec, received: VndCodec, remaining: VndCodec }),
    ),
    tranches: z.array(
      z.object({
        ...lateness,
        decision: z.nullable(DecisionSchema),
        /** The receipts that named it, without what was reversed. */
        receipts: z.array(z.object({ effectiveOn: DaySchema, version: z.int(), amount: VndCodec })),
      }),
    ),
    late: VndCodec,
  })
  .check(
    z.meta({
      id: 'FundingPlanPosition',
      description:
        'A funding plan on a day: planned, received, remaining and late. A tranche that a revised plan dropped is shown with nothing planned while receipts name it',
    }),
  );

export const LateTrancheSchema = z.object({ sourceId: IdSchema, planId: IdSchema, ...lateness }).check(
  z.meta({
    id: 'LateTranche',
    description: 'A tranche that was due before the day and has not wholly come',
  }),
);
