import type { CompiledTerms } from './compiled-terms.ts';
import { civilOf, dayInMonth, monthLength, plusMonths } from './day-number.ts';
import type { DayNumber } from './day-number.ts';
import { factsContradict } from './refusals.ts';
import type { LoanTerms } from './terms.ts';
import type { MonthAnchor } from './timeline.ts';

/** When rows fall due and what share of the principal each asks; amounts come later. */
export interface RowPlan {
  /** First disbursement, where the first row begins. */
  readonly start: DayNumber;
  readonly due: DayNumber[];
  /** Principal instalments asked on each row; amounts of principal when the loan is custom. */
  readonly shares: number[];
  readonly anchor: MonthAnchor;
  /** The last due date by the terms, before extensions. */
  readonly maturity: DayNumber;
}

/** Rows by the terms alone. Throws `facts-contradict` (400) when the first due date is not after the start. */
export function layRows(compiled: CompiledTerms, start: DayNumber, firstDue: DayNumber | null): RowPlan {
  const { terms } = compiled;
  const anchor = anchorOf(compiled, start, firstDue);
  const isCustom = terms.amortisation === 'custom';
  const { due, shares } = isCustom ? customRows(compiled, anchor) : regularRows(compiled, anchor);
  if ((due[0] ?? 0) <= start) {
    throw factsContradict('disbursement', {
      vi: 'Giải ngân vào hoặc sau ngày đến hạn đầu tiên.',
      en: 'The first disbursement is on or after the first due date.',
    });
  }
  return { start, due, shares, anchor, maturity: due.at(-1) ?? start };
}

function anchorOf({ step }: CompiledTerms, start: DayNumber, firstDue: DayNumber | null): MonthAnchor {
  if (firstDue !== null) return { start, firstDue, dayOfMonth: civilOf(firstDue).dayOfMonth };
  return {
    start,
    firstDue: step.unit === 'day' ? start + step.count : plusMonths(start, step.count),
    dayOfMonth: civilOf(start).dayOfMonth,
  };
}

/** The due date of a row by its rhythm, before the transaction point's calendar; rows count from 0. */
export function nominalDue({ step }: CompiledTerms, anchor: MonthAnchor, row: number): DayNumber {
  if (step.unit === 'day') return anchor.firstDue + row * step.count;
  const { year, month } = civilOf(anchor.firstDue);
  return dayInMonth(year, month, row * step.count, anchor.dayOfMonth);
}

function regularRows(compiled: CompiledTerms, anchor: MonthAnchor): Pick<RowPlan, 'due' | 'shares'> {
  const { terms, rowsPerInstalment } = compiled;
  const { amortisation, grace, instalments } = terms;
  const rows = instalments * rowsPerInstalment;
  const due: DayNumber[] = [];
  const shares: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    due.push(onTransactionDay(terms, nominalDue(compiled, anchor, row)));
    const isInstalment = (row + 1) % rowsPerInstalment === 0;
    const bears = amortisation === 'bullet' ? row === rows - 1 : row >= grace.principal * rowsPerInstalment;
    shares.push(isInstalment && bears ? 1 : 0);
  }
  return { due, shares };
}

/** Interest dates before the last custom date, and the custom dates. */
function customRows(compiled: CompiledTerms, anchor: MonthAnchor): Pick<RowPlan, 'due' | 'shares'> {
  const { terms } = compiled;
  const principal = new Map(
    terms.custom.map((entry) => [onTransactionDay(terms, entry.due), entry.principal]),
  );
  const last = Math.max(...principal.keys());
  const days = new Set(principal.keys());
  for (let row = 0; ; row += 1) {
    const day = onTransactionDay(terms, nominalDue(compiled, anchor, row));
    if (day >= last) break;
    days.add(day);
  }
  const due = [...days].sort((a, b) => a - b);
  return { due, shares: due.map((day) => principal.get(day) ?? 0) };
}

/** The first fixed day of the transaction point on or after a day, by the calendar in force on it. */
export function onTransactionDay({ transactionDays }: LoanTerms, day: DayNumber): DayNumber {
  if (transactionDays.length === 0) return day;
  const { year, month } = civilOf(day);
  // A change of calendar can push a date past one month's day; twice at most for any sane calendar.
  for (let months = 0; months < 24; months += 1) {
    const found = fixedDays(transactionDays, year, month, months).find((fixed) => fixed >= day);
    if (found !== undefined) return found;
  }
  return day;
}

/** Fixed days of a month that the calendar in force on them names. */
function fixedDays(
  calendar: LoanTerms['transactionDays'],
  year: number,
  month: number,
  months: number,
): DayNumber[] {
  const first = dayInMonth(year, month, months, 1);
  const civil = civilOf(first);
  const length = monthLength(civil.year, civil.month);
  const ordered = calendar.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  return ordered
    .flatMap(({ from, day }, index) => {
      const fixed = first + Math.min(day, length) - 1;
      const until = ordered[index + 1]?.from ?? Infinity;
      return (from ?? -Infinity) <= fixed && fixed < until ? [fixed] : [];
    })
    .sort((a, b) => a - b);
}
