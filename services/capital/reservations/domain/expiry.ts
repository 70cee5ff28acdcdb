import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

/** How long a reservation holds, from a day on. */
export interface ReservationRule {
  readonly from: string;
  readonly expiresAfterDays: number;
  readonly warnDaysBefore: number;
}

/** Fixed when the reservation is made: a rule that changes later changes nothing of it. */
export interface Expiry {
  /** The last day on which the reservation holds. */
  readonly lastDay: BusinessDay;
  /** The day of the warning; null once it was told. */
  readonly warnOn: BusinessDay | null;
}

/** By the rule in force on the day of the reservation; null without one: then it does not expire. */
export function expiryOf(rules: readonly ReservationRule[], reservedOn: BusinessDay): Expiry | null {
  const [rule] = rules
    .filter(({ from }) => from <= reservedOn)
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  if (rule === undefined) return null;
  const lastDay = addDays(reservedOn, rule.expiresAfterDays);
  return { lastDay, warnOn: addDays(lastDay, -rule.warnDaysBefore) };
}

/** What happens to a reservation next by itself, and on which day. */
export interface Step {
  readonly kind: 'warn' | 'expire';
  readonly on: BusinessDay;
}

export function nextStep({ expiry }: { readonly expiry: Expiry | null }): Step | null {
  if (expiry === null) return null;
  if (expiry.warnOn !== null) return { kind: 'warn', on: expiry.warnOn };
  return { kind: 'expire', on: addDays(businessDay(expiry.lastDay), 1) };
}
