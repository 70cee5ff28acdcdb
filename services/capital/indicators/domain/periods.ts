import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';

export type PeriodLength = 'day' | 'month' | 'year';

/** A stretch of a series: whole days, months or years, the first and last cut off where the range begins or ends. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

const MOST: Readonly<Record<PeriodLength, number>> = { day: 366, month: 240, year: 60 };

/** The periods between two days; null when they are in the wrong order or more than one answer shows. */
export function periodsOf(from: string, to: string, by: PeriodLength): Period[] | null {
  if (from > to) return null;
  const periods: Period[] = [];
  for (let first = from; first <= to;) {
    if (periods.length === MOST[by]) return null;
    const end = endOf(first, by);
    periods.push({ first, last: end < to ? end : to });
    first = addDays(businessDay(end), 1);
  }
  return periods;
}

function endOf(day: string, by: PeriodLength): string {
  if (by === 'day') return day;
  if (by === 'year') return `${day.slice(0, 4)}-12-31`;
  return addDays(addMonths(businessDay(`${day.slice(0, 7)}-01`), 1), -1);
}
