import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

/** The days between request and money, as they follow each other in practice. */
export interface LoanDays {
  readonly appliedOn: string;
  readonly listedOn: string;
  readonly confirmedOn: string;
  readonly approvedOn: string;
  readonly disbursedOn: string;
}

/** A list whose loans were paid out on a transaction day in the past. */
export function daysBefore(disbursedOn: BusinessDay): LoanDays {
  return {
    appliedOn: addDays(disbursedOn, -16),
    listedOn: addDays(disbursedOn, -13),
    confirmedOn: addDays(disbursedOn, -9),
    approvedOn: addDays(disbursedOn, -5),
    disbursedOn,
  };
}

/** A list that is on its way on the last day. */
export function daysOnTheWay(lastDay: string): LoanDays {
  const last = businessDay(lastDay);
  return {
    appliedOn: addDays(last, -9),
    listedOn: addDays(last, -7),
    confirmedOn: addDays(last, -5),
    approvedOn: addDays(last, -2),
    disbursedOn: last,
  };
}

/** The fixed transaction day in the month that lies `offset` months after the month of `first`. */
export function transactionDayIn(first: string, offset: number, dayOfMonth: number): BusinessDay {
  const month = addMonths(businessDay(`${first.slice(0, 7)}-01`), offset);
  return addDays(month, dayOfMonth - 1);
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return addMonths(businessDay(from), count) <= to ? count : count - 1;
}
