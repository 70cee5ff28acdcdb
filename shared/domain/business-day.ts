import { civilOf, dayOf, monthLength, plusMonths } from './civil-day.ts';
import type { DayNumber } from './civil-day.ts';

/**
 * A calendar day YYYY-MM-DD in Asia/Ho_Chi_Minh, from FIRST_DAY to LAST_DAY. Days are compared as strings and
 * never derived from an instant except by `businessDayOf`. Arithmetic is that of civil-day.ts; the tests hold it
 * against Temporal, which no bundle carries.
 */
export type BusinessDay = string & { readonly __brand: 'BusinessDay' };

/** No record of the platform is older, not even a date of birth. */
export const FIRST_DAY = '1900-01-01' as BusinessDay;
/** No due date lies later: a loan of the longest term from today ends a century before. */
export const LAST_DAY = '2199-12-31' as BusinessDay;

/** No authority whose decisions the platform knows is older. */
export const FIRST_DECISION_DAY = '1945-01-01' as BusinessDay;

const DAY_MS = 86_400_000;
/** Viet Nam has kept UTC+7 without daylight saving since 1975. */
const HO_CHI_MINH_OFFSET_MS = 7 * 3_600_000;
const FORMAT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is the text a day of the calendar from FIRST_DAY to LAST_DAY? */
export function isBusinessDay(text: string): text is BusinessDay {
  const match = FORMAT.exec(text);
  if (!match || text < FIRST_DAY || text > LAST_DAY) return false;
  const [month, dayOfMonth] = [Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthLength(Number(match[1]), month);
}

/** Throws RangeError when the text is not a calendar day from FIRST_DAY to LAST_DAY. */
export function businessDay(text: string): BusinessDay {
  if (!isBusinessDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The day in Viet Nam at an instant given in milliseconds since the epoch. */
export function businessDayOf(epochMs: number): BusinessDay {
  return businessDayOfNumber(Math.floor((epochMs + HO_CHI_MINH_OFFSET_MS) / DAY_MS));
}

/** Days since 1970-01-01. */
export function dayNumber(day: BusinessDay): DayNumber {
  return dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The day of a number of days since 1970-01-01. */
export function businessDayOfNumber(day: DayNumber): BusinessDay {
  const { year, month, dayOfMonth } = civilOf(day);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` as BusinessDay;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return businessDayOfNumber(dayNumber(day) + days);
}

/** Nights between two days; negative when `to` is earlier. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Adds months keeping the day of the month, or the month's last day where it is shorter (31 Jan + 1 = 28 Feb). */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  return businessDayOfNumber(plusMonths(dayNumber(day), months));
}

export function laterOf(a: BusinessDay, b: BusinessDay): BusinessDay {
  return a > b ? a : b;
}

/** Is the day inside [from, to], both included; null means open. */
export function isWithin(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
