import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';

const refuse = errorsOf(COMMON_ERRORS);

/** The day an act counts for: today unless given. Throws `effective-day-in-future` (422). */
export function effectiveDay(given: string | undefined, today: BusinessDay): BusinessDay {
  const day = given === undefined ? today : businessDay(given);
  if (day > today) throw refuse('effective-day-in-future', { effectiveOn: day, today });
  return day;
}

/** Throws `not-found` (404). */
export function existing<T>(found: T | null, id: string): T {
  if (found === null) throw refuse('not-found', { id });
  return found;
}

/** Throws `already-exists` (409). */
export function absent(found: object | null, id: string): void {
  if (found !== null) throw refuse('already-exists', { id });
}

/** Throws `version-stale` (409) when the caller decided on another version. */
export function expectVersion(expected: number | undefined, version: number): void {
  if (expected !== undefined && expected !== version) throw refuse('version-stale', { expected, version });
}
