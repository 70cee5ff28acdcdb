import * as z from 'zod/mini';
import { GivenVndCodec, PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, DecisionSchema, IdSchema } from '#shared/contracts/common.ts';

/** What a funding plan says; its event, its command and its views share these. Amounts are đồng. */

export const YearSchema = z
  .int()
  .check(
    z.minimum(2003),
    z.maximum(2100),
    z.meta({ id: 'Year', description: 'Calendar year', examples: [2026] }),
  );

export const PlannedYearSchema = z
  .strictObject({ year: YearSchema, amount: GivenVndCodec })
  .check(z.meta({ id: 'PlannedYear', description: 'What a source is to receive in a year' }));

export const PlannedTrancheSchema = z
  .strictObject({
    trancheId: IdSchema,
    dueOn: DaySchema,
    amount: PositiveVndCodec,
    /** The decision that provides it, once there is one. */
    decision: z.nullable(DecisionSchema),
  })
  .check(z.meta({ id: 'PlannedTranche', description: 'A transfer that is planned for a day' }));

/** One year is a yearly plan, several are a medium-term one (up to ten). */
export const planContent = {
  years: z.array(PlannedYearSchema).check(z.minLength(1), z.maxLength(10)),
  tranches: z.array(PlannedTrancheSchema).check(z.maxLength(60)),
  decision: DecisionSchema,
};
