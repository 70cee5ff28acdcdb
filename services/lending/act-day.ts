import type { BusinessDay } from '#shared/domain/business-day.ts';
import { effectiveDay } from '#shared/application/preconditions.ts';
import { LENDING_ERRORS } from '#shared/contracts/lending/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';

const refuse = errorsOf(LENDING_ERRORS);

interface Acted {
  readonly effectiveOn?: string | undefined;
}

/**
 * The day an act counts for: today, or an earlier day that is not before the last act on the thing.
 * Throws `effective-day-in-future` or `effective-day-before-last-act` (422).
 */
export function actDay(today: BusinessDay, acted: Acted, lastFactOn: BusinessDay | null = null): BusinessDay {
  const day = effectiveDay(acted.effectiveOn, today);
  if (lastFactOn !== null && day < lastFactOn) {
    throw refuse('effective-day-before-last-act', { effectiveOn: day, lastActOn: lastFactOn });
  }
  return day;
}
