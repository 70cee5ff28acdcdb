import { isBusinessDay } from './business-day.ts';

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const MINUTE_MS = 60_000;

/**
 * An instant as it is kept: UTC with milliseconds, finer fractions cut off. Null for what is no instant of RFC 3339, on
 * a day out of the range of business days, or within a leap second, which no clock of the platform has.
 */
export function instantOf(text: string): string | null {
  const [, day, time, fraction = '', sign, hours = '00', minutes = '00'] = RFC_3339.exec(text) ?? [];
  if (day === undefined || time === undefined) return null;
  if (!isBusinessDay(day) || !TIME.test(time) || !TIME.test(`${hours}:${minutes}:00`)) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS * (sign === '-' ? -1 : 1);
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const instant = new Date(Date.parse(`${day}T${time}.${milliseconds}Z`) - offset).toISOString();
  return isBusinessDay(instant.slice(0, 10)) ? instant : null;
}
