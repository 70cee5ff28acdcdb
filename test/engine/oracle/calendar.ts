/** Days as whole numbers since 1970-01-01 through the language's own Date: another road than integer civil arithmetic. */
const DAY_MS = 86_400_000;

export const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const toText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
export const dayOfMonth = (day: number): number => new Date(day * DAY_MS).getUTCDate();

export const daysInYear = (year: number): number =>
  (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS;

/** The day `months` after the month of `day`, on `wanted` of the month or on the month's last day when it is shorter. */
export function monthsLater(day: number, months: number, wanted: number): number {
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1);
  return first / DAY_MS + Math.min(wanted, (last - first) / DAY_MS) - 1;
}
