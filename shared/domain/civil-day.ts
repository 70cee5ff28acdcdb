/** A calendar day as days since 1970-01-01, by integer arithmetic: no Date and no text inside loops. */
export type DayNumber = number;

const ERA_YEARS = 400;

const ERA_DAYS = 146_097;

/** From 0000-03-01, where the arithmetic begins so that the leap day ends a year, to 1970-01-01. */
const TO_EPOCH = 719_468;

/** The day of a year, month (1–12) and day of the month. */
export function dayOf(year: number, month: number, dayOfMonth: number): DayNumber {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / ERA_YEARS);
  const yearOfEra = marchYear - era * ERA_YEARS;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - TO_EPOCH;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

export function civilOf(day: DayNumber): Civil {
  const shifted = day + TO_EPOCH;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * ERA_YEARS + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of each month by its number (1–12), February without its leap day. */
const MONTH_DAYS: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1–12). */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month] ?? 31);
}

/** The day `dayOfMonth` of the month `months` after year-month, or that month's last day where it is shorter. */
export function dayInMonth(year: number, month: number, months: number, dayOfMonth: number): DayNumber {
  const index = year * 12 + month - 1 + months;
  const inYear = Math.floor(index / 12);
  const inMonth = index - inYear * 12 + 1;
  return dayOf(inYear, inMonth, Math.min(dayOfMonth, monthLength(inYear, inMonth)));
}

/** Adds months keeping the day of the month, or the last day of a shorter month. */
export function plusMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = civilOf(day);
  return dayInMonth(year, month, months, dayOfMonth);
}
