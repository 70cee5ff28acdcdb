import type { DayCount } from '#lending/domain/engine/terms.ts';
import { dayOfMonth, daysInYear, monthsLater, yearOf } from './calendar.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** The part of a year that the night from the close of a day is. */
export type NightYears = (close: number) => Fraction;

/**
 * 30/360: months run on the day of the month of the due dates, and a night is a twelfth over the nights of the
 * month it lies in, so that whole months are twelfths and parts count by their actual days.
 */
export function nightYears(dayCount: DayCount, disbursed: number, firstDue: number): NightYears {
  switch (dayCount) {
    case 'actual/365':
      return () => fraction(1, 365);
    case 'actual/360':
      return () => fraction(1, 360);
    case 'actual/actual':
      return (close) => fraction(1, daysInYear(yearOf(close + 1)));
    case '30/360': {
      const anchor = monthAnchor(disbursed, firstDue);
      return (close) => {
        const here = monthsLater(close, 0, anchor);
        const start = here <= close ? here : monthsLater(close, -1, anchor);
        const end = here <= close ? monthsLater(close, 1, anchor) : here;
        return fraction(1, 12 * (end - start));
      };
    }
  }
}

/** The disbursement's day of the month when the first due date is whole months after it (31 Jan, 28 Feb). */
function monthAnchor(disbursed: number, firstDue: number): number {
  const own = dayOfMonth(firstDue);
  const wanted = dayOfMonth(disbursed);
  for (let months = 0; monthsLater(disbursed, months, wanted) <= firstDue; months += 1) {
    if (monthsLater(disbursed, months, wanted) === firstDue) return Math.max(own, wanted);
  }
  return own;
}
