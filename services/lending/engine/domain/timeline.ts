import { civilOf, dayInMonth, dayOf, isLeap, plusMonths } from '#shared/domain/civil-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { gcd, GREATEST_DIVISOR } from './exact.ts';
import type { RateSteps } from './rates.ts';
import { combinationNotSupported } from './refusals.ts';
import type { DayCount } from './terms.ts';

/** Nights from → to that bear no interest. */
export interface FreeNights {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Interest as a running total: a constant balance earns balance × (at(to) − at(from)) / divisor đồng in the
 * nights from → to. The total grows along straight lines between `days`.
 */
export class Timeline {
  readonly divisor: number;
  readonly days: readonly DayNumber[];
  /** Index into the rate steps for each line. */
  readonly steps: readonly number[];
  /** Weight of one night in each line; 0 where nothing accrues. */
  readonly weights: readonly number[];
  /** A whole year in weights. */
  readonly yearWeight: number;
  readonly rates: RateSteps;
  readonly #totals: readonly number[];
  readonly #slopes: readonly number[];
  #line = 0;

  /** @param factor the greatest number a running total is multiplied by before it meets a balance */
  constructor(lines: Lines, rates: RateSteps, horizon: DayNumber, factor: number) {
    this.days = lines.days;
    this.steps = lines.steps;
    this.weights = lines.weights;
    this.yearWeight = lines.yearWeight;
    this.rates = rates;
    const slopes = lines.steps.map((step, line) => (rates.rates[step] ?? 0) * (lines.weights[line] ?? 0));
    const divisor = lines.yearWeight * rates.denominator * 100;
    const common = slopes.reduce(gcd, divisor);
    this.divisor = divisor / common;
    this.#slopes = slopes.map((slope) => slope / common);
    const totals: number[] = [0];
    for (let line = 1; line < this.days.length; line += 1) {
      const nights = (this.days[line] ?? 0) - (this.days[line - 1] ?? 0);
      totals.push((totals[line - 1] ?? 0) + nights * (this.#slopes[line - 1] ?? 0));
    }
    this.#totals = totals;
    const isExact =
      Number.isSafeInteger(divisor) &&
      this.divisor * factor <= GREATEST_DIVISOR &&
      Number.isSafeInteger(this.at(horizon) * factor);
    if (!isExact) throw combinationNotSupported('/terms/rates', 'rates too fine for the day count');
  }

  /** The running total at the close of a day; days in order are found at once. */
  at(day: DayNumber): number {
    const { days } = this;
    let line = this.#line;
    while (line > 0 && (days[line] ?? 0) > day) line -= 1;
    while (line + 1 < days.length && (days[line + 1] ?? 0) <= day) line += 1;
    this.#line = line;
    return (this.#totals[line] ?? 0) + (day - (days[line] ?? 0)) * (this.#slopes[line] ?? 0);
  }
}

export interface Lines {
  readonly days: readonly DayNumber[];
  readonly steps: readonly number[];
  readonly weights: readonly number[];
  readonly yearWeight: number;
}

/** Where the months of 30/360 turn. */
export interface MonthAnchor {
  readonly start: DayNumber;
  /** Day of the month on which months turn. */
  readonly dayOfMonth: number;
  /** Before this day they turn on the start's day of the month; null when there is no such time. */
  readonly wholeUntil: DayNumber | null;
}

/** Lays out where rate, weight of a night or freedom from interest change between two days. */
export function layLines(
  rates: RateSteps,
  dayCount: DayCount,
  anchor: MonthAnchor,
  horizon: DayNumber,
  free: readonly FreeNights[],
  due: readonly DayNumber[] = [],
): Lines {
  const { start } = anchor;
  const bounds = weightBounds(dayCount, anchor, horizon, due);
  const breaks = new Set([start, ...rates.days, ...bounds.days]);
  for (const { from, to } of free) breaks.add(from).add(to);
  const days = [...breaks].filter((day) => day >= start && day < horizon).sort((a, b) => a - b);
  const steps: number[] = [];
  const weights: number[] = [];
  for (const day of days) {
    steps.push(rates.days.findLastIndex((from) => from <= day));
    weights.push(free.some(({ from, to }) => from <= day && day < to) ? 0 : bounds.weightOn(day));
  }
  return { days, steps, weights, yearWeight: bounds.yearWeight };
}

interface WeightBounds {
  readonly yearWeight: number;
  readonly days: readonly DayNumber[];
  readonly weightOn: (day: DayNumber) => number;
}

function weightBounds(
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
