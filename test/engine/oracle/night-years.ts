import type { DayCount } from '#lending/engine/domain/terms/terms.ts';
import { dayOfMonth, daysInYear, monthsLater, toText, yearOf } from './calendar.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** The part of a year that the night from the close of a day is. */
export type NightYears = (close: number) => Fraction;

interface Stretch {
  readonly from: number;
  readonly due: number;
}

/** Does a night of the row end on 29 February? */
function holdsLeapDay({ from, due }: Stretch): boolean {
  const ends = Array.from({ length: due - from }, (_, night) => from + night + 1);
  return ends.some((day) => toText(day).endsWith('-02-29'));
}

/** Where months turn for 30/360: on a day of the month before the first due date, and on one from it. */
export interface Months {
  readonly firstDue: number;
  readonly before: number;
  readonly after: number;
}

/** 30/360: a night is a twelfth over the nights of the month it lies in, so that whole months are twelfths. */
export function nightYears(dayCount: DayCount, months: Months, rows: readonly Stretch[]): NightYears {
  const rowOf = (close: number): Stretch | undefined =>
    rows.find(({ from, due }) => from <= close && close < due);
  switch (dayCount) {
    case 'actual/365':
      return () => fraction(1, 365);
    case 'actual/360':
      return () => fraction(1, 360);
    case 'actual/actual':
      return (close) => fraction(1, daysInYear(yearOf(close + 1)));
    case 'actual/365-leap': {
      const long = new Set(rows.filter(holdsLeapDay));
      return (close) => {
        const row = rowOf(close);
        if (row === undefined) return fraction(1, daysInYear(yearOf(close + 1)));
        return fraction(1, long.has(row) ? 366 : 365);
      };
    }
    case 'actual/actual-start':
      return (close) => fraction(1, daysInYear(yearOf(rowOf(close)?.from ?? close + 1)));
    case '30/360-moved':
      return (close) => fraction(1, 12 * monthFrom(rows, close));
    case '30/360':
      return (close) => {
        const turn = close < months.firstDue ? months.before : months.after;
        const here = monthsLater(close, 0, turn);
        const start = here <= close ? here : monthsLater(close, -1, turn);
        const end = here <= close ? monthsLater(close, 1, turn) : here;
        return fraction(1, 12 * (end - start));
      };
  }
}

/** Nights of the month that holds a night, counted from where its row begins, or from the last due date. */
function monthFrom(rows: readonly Stretch[], close: number): number {
  const row = rows.find(({ from, due }) => from <= close && close < due);
  const from = row?.from ?? rows.at(-1)?.due ?? close;
  let months = 0;
  while (monthsLater(from, months + 1, dayOfMonth(from)) <= close) months += 1;
  const [start, end] = [months, months + 1].map((count) => monthsLater(from, count, dayOfMonth(from)));
  return (end ?? 0) - (start ?? 0);
}

/** `kept` is the day of the month that month rhythms keep; null with a rhythm of days or weeks. */
export function monthsOf(disbursed: number, firstDue: number, kept: number | null): Months {
  const own = dayOfMonth(firstDue);
  const wanted = dayOfMonth(disbursed);
  let isWhole = false;
  for (let months = 1; monthsLater(disbursed, months, wanted) <= firstDue; months += 1) {
    isWhole = monthsLater(disbursed, months, wanted) === firstDue;
  }
  return { firstDue, before: isWhole ? wanted : own, after: kept ?? (isWhole ? wanted : own) };
}
