import type { Acting } from '#shared/application/acting.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';

const refuse = errorsOf(COMMON_ERRORS);

/** The day an act counts for: the one given, or today. Throws `effective-day-in-future` (422). */
export function effectiveDay(given: string | undefined, { today }: Pick<Acting, 'today'>): BusinessDay {
  const day = given === undefined ? today : businessDay(given);
  if (day > today) throw refuse('effective-day-in-future', { effectiveOn: day, today });
  return day;
}
