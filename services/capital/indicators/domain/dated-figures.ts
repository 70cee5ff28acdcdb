import { isWithin } from '#shared/domain/business-day.ts';

export interface InForce {
  readonly from: string;
  readonly to: string | null;
}

/** The record in force on a day; of several the one that came into force last, and then the last by name. */
export function inForceOn<T extends InForce>(records: readonly T[], day: string): T | null {
  let found: T | null = null;
  for (const record of records) {
    if (isWithin(day, record.from, record.to) && (found === null || record.from >= found.from))
      found = record;
  }
  return found;
}
