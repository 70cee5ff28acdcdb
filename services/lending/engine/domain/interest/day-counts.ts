import { civilOf, dayInMonth, dayOf, isLeap, plusMonths } from '#shared/domain/civil-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { DayCount } from '../terms/terms.ts';

/** Where the months of 30/360 turn. */
export interface MonthAnchor {
  readonly start: DayNumber;
  /** Day of the month on which months turn. */
  readonly dayOfMonth: number;
  /** Before this day they turn on the start's day of the month; null when there is no such time. */
  readonly wholeUntil: DayNumber | null;
}

interface WeightBounds {
  readonly yearWeight: number;
  readonly days: readonly DayNumber[];
  readonly weightOn: (day: DayNumber) => number;
}

export function weightBounds(
  dayCount: DayCount,
  anchor: MonthAnchor,
  horizon: DayNumber,
  due: readonly DayNumber[],
): WeightBounds {
  switch (dayCount) {
    case 'actual/365':
      return { yearWeight: 365, days: [], weightOn: () => 1 };
    case 'actual/360':
      return { yearWeight: 360, days: [], weightOn: () => 1 };
    case 'actual/actual':
      return yearBounds(anchor.start, horizon);
    case 'actual/365-leap':
      return rowBounds(anchor.start, horizon, due, holdsLeapDay);
    case 'actual/actual-start':
      return rowBounds(anchor.start, horizon, due, (from) => isLeap(civilOf(from).year));
    case '30/360':
      return monthBounds(anchor, horizon);
    case '30/360-moved':
      return rowMonthBounds(anchor.start, horizon, due);
  }
}

/** A night counts by the length of the calendar year it ends in: the year turns with the night of 31 December. */
function yearBounds(start: DayNumber, horizon: DayNumber): WeightBounds {
  const days: DayNumber[] = [];
  for (let { year } = civilOf(start); dayOf(year, 12, 31) < horizon; year += 1)
    days.push(dayOf(year, 12, 31));
  return {
    yearWeight: 365 * 366,
    days,
    weightOn: (day) => (isLeap(civilOf(day + 1).year) ? 365 : 366),
  };
}

/** The nights of a row count alike, by a year of 366 days or of 365; after the last row by calendar years. */
function rowBounds(
  start: DayNumber,
  horizon: DayNumber,
  due: readonly DayNumber[],
  isLong: (from: DayNumber, to: DayNumber) => boolean,
): WeightBounds {
  const years = yearBounds(start, horizon);
  const last = due.at(-1) ?? start;
  return {
    yearWeight: years.yearWeight,
    days: [...due, ...years.days.filter((day) => day > last)],
    weightOn: (day) => {
      if (day >= last) return years.weightOn(day);
      const row = due.findIndex((end) => end > day);
      return isLong(due[row - 1] ?? start, due[row] ?? last) ? 365 : 366;
    },
  };
}

/** Does 29 February lie after a day, up to another? */
function holdsLeapDay(from: DayNumber, to: DayNumber): boolean {
  for (let { year } = civilOf(from); dayOf(year, 2, 28) < to; year += 1) {
    if (isLeap(year) && dayOf(year, 2, 29) > from) return true;
  }
  return false;
}

/** The least number of parts that months of 28, 29, 30 and 31 nights all divide. */
const MONTH_WEIGHT = 28 * 29 * 15 * 31;

/** Months counted from the beginning of each row, after the last due date from there. */
function rowMonthBounds(start: DayNumber, horizon: DayNumber, due: readonly DayNumber[]): WeightBounds {
  const days: DayNumber[] = [];
  const weights = new Map<DayNumber, number>();
  for (const [row, from] of [start, ...due].entries()) {
    const end = due[row] ?? horizon;
    for (let months = 0, first = from; first < end; months += 1) {
      const next = plusMonths(from, months + 1);
      days.push(first);
      weights.set(first, MONTH_WEIGHT / (next - first));
      first = next;
    }
  }
  let index = 0;
  return {
    yearWeight: MONTH_WEIGHT * 12,
    days,
    // Asked in order of days.
    weightOn: (day) => {
      while ((days[index + 1] ?? Infinity) <= day) index += 1;
      return weights.get(days[index] ?? start) ?? 0;
    },
  };
}

/** A whole month is a twelfth of a year, a part of it counts by its actual days. */
function monthBounds(anchor: MonthAnchor, horizon: DayNumber): WeightBounds {
  const { start, dayOfMonth, wholeUntil } = anchor;
  const { year, month } = civilOf(start);
  const days: DayNumber[] = [];
  for (let months = -1, last = -Infinity; last < horizon; months += 1) {
    last = plusMonths(start, months);
    if (last >= (wholeUntil ?? -Infinity)) last = dayInMonth(year, month, months, dayOfMonth);
    days.push(last);
  }
  let index = 0;
  return {
    yearWeight: MONTH_WEIGHT * 12,
    days,
    // Asked in order of days.
    weightOn: (day) => {
      while ((days[index + 1] ?? Infinity) <= day) index += 1;
      return MONTH_WEIGHT / ((days[index + 1] ?? 0) - (days[index] ?? 0));
    },
  };
}
