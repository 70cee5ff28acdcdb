import { businessDayOf } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

export interface Moment {
  /** Instant in UTC, milliseconds. */
  readonly now: string;
  /** The day it is then in Viet Nam. */
  readonly today: BusinessDay;
}

/** The only place of the platform that reads a clock. */
export function readClock(): Moment {
  const epochMs = Date.now();
  return { now: new Date(epochMs).toISOString(), today: businessDayOf(epochMs) };
}
