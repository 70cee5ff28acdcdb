/**
 * A calendar day YYYY-MM-DD in Asia/Ho_Chi_Minh. Days are compared as strings and never derived from an
 * instant except by `businessDayOf`.
 */
export type BusinessDay = string & { readonly __brand: 'BusinessDay' };

const DAY_MS = 86_400_000;
/** Viet Nam has kept UTC+7 without daylight saving since 1975. */
const HO_CHI_MINH_OFFSET_MS = 7 * 3_600_000;
const FORMAT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The days the platform deals with; a day before or after them is a slip of the pen. */
export const FIRST_BUSINESS_DAY = '1900-01-01' as BusinessDay;
export const LAST_BUSINESS_DAY = '2199-12-31' as BusinessDay;
/** No authority whose decisions the platform knows is older. */
export const FIRST_DECISION_DAY = '1945-01-01' as BusinessDay;

/** Whether a calendar day is one the platform deals with. */
export function isInRange(day: string): boolean {
  return FIRST_BUSINESS_DAY <= day && day <= LAST_BUSINESS_DAY;
}

export function isBusinessDay(text: string): text is BusinessDay {
  const match = FORMAT.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Throws RangeError when the text is not a calendar day. */
export function businessDay(text: string): BusinessDay {
  if (!isBusinessDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The day in Viet Nam at an instant given in milliseconds since the epoch. */
export function businessDayOf(epochMs: number): BusinessDay {
  return new Date(epochMs + HO_CHI_MINH_OFFSET_MS).toISOString().slice(0, 10) as BusinessDay;
}

function epochDay(day: BusinessDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return new Date((epochDay(day) + days) * DAY_MS).toISOString().slice(0, 10) as BusinessDay;
}

/** Nights between two days; negative when `to` is earlier. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return epochDay(to) - epochDay(from);
}

/** Adds months keeping the day of the month, or the month's last day where it is shorter (31 Jan + 1 = 28 Feb). */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const dayOfMonth = Number(day.slice(8, 10));
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month, Math.min(dayOfMonth, lastOfMonth)));
  return date.toISOString().slice(0, 10) as BusinessDay;
}

export function laterOf(a: BusinessDay, b: BusinessDay): BusinessDay {
  return a > b ? a : b;
}

/** Is the day inside [from, to], both included; null means open. */
export function isWithin(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
