import { civilOf, dayInMonth, plusMonths } from '#shared/domain/civil-day.ts';
import type { Civil, DayNumber } from '#shared/domain/civil-day.ts';
import type { MonthAnchor } from '../interest/day-counts.ts';
import { factsContradict } from '../refusals.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** The first due date, before the transaction point's calendar, and the day of the month kept after it. */
export interface Rhythm {
  readonly firstDue: DayNumber;
  /** A day of the month the first due date belongs to, before it may have rolled into the next. */
  readonly firstMonth: Civil;
  readonly dayOfMonth: number;
}

/** When rows fall due and what share of the principal each asks; amounts come later. */
export interface RowPlan {
  /** First disbursement, where the first row begins. */
  readonly start: DayNumber;
  readonly due: DayNumber[];
  /** Principal instalments asked on each row; amounts of principal when the loan is custom. */
  readonly shares: number[];
  readonly rhythm: Rhythm;
  readonly anchor: MonthAnchor;
  /** The last due date by the terms, before extensions. */
  readonly maturity: DayNumber;
}

/** Rows by the terms alone. Throws `facts-contradict` (400) when the first due date is not after the start. */
export function layRows(compiled: CompiledTerms, start: DayNumber, firstDue: DayNumber | null): RowPlan {
  const { terms } = compiled;
  const rhythm = rhythmOf(compiled, start, firstDue);
  const isCustom = terms.amortisation === 'custom';
  const { due, shares } = isCustom ? customRows(compiled, rhythm) : regularRows(compiled, rhythm);
  if ((due[0] ?? 0) <= start) {
    throw factsContradict('disbursement', {
      vi: 'Giải ngân vào hoặc sau ngày đến hạn đầu tiên.',
      en: 'The first disbursement is on or after the first due date.',
    });
  }
  const anchor = anchorOf(compiled, start, rhythm);
  return { start, due, shares, rhythm, anchor, maturity: due.at(-1) ?? start };
}

function rhythmOf({ step, terms }: CompiledTerms, start: DayNumber, firstDue: DayNumber | null): Rhythm {
  if (firstDue !== null) {
    const firstMonth = civilOf(firstDue);
    return { firstDue, firstMonth, dayOfMonth: firstMonth.dayOfMonth };
  }
  const from = civilOf(start);
  const { dayOfMonth } = from;
  if (step.unit === 'day') return { firstDue: start + step.count, firstMonth: from, dayOfMonth };
  const firstMonth = civilOf(plusMonths(start, step.count));
  return { firstDue: monthsAfter(terms, from, step.count, dayOfMonth), firstMonth, dayOfMonth };
}

/**
 * Months turn on the day of the month of the due dates. When the first due date is whole months after the
 * start they turn on the start's day until then; where due dates keep no day of the month, for ever.
 */
function anchorOf({ step }: CompiledTerms, start: DayNumber, rhythm: Rhythm): MonthAnchor {
  const from = civilOf(start);
  const due = civilOf(rhythm.firstDue);
  const months = (due.year - from.year) * 12 + due.month - from.month;
  const isWhole = months > 0 && plusMonths(start, months) === rhythm.firstDue;
  if (step.unit === 'day') {
    return { start, dayOfMonth: isWhole ? from.dayOfMonth : due.dayOfMonth, wholeUntil: null };
  }
  return { start, dayOfMonth: rhythm.dayOfMonth, wholeUntil: isWhole ? rhythm.firstDue : null };
}

/**
 * Due dates by the rhythm, one at each call: each on the first session of the transaction point on or after its day
 * that no row before it has taken. Where the point's day changes, or a month is too short for it, two days may
 * lead to one session; the later one is then asked at the session after it, so that a session asks one row.
 */
export function dueDates(compiled: CompiledTerms, rhythm: Rhythm): () => DayNumber {
  const { terms } = compiled;
  let row = 0;
  let before = -Infinity;
  return () => {
    const session = onTransactionDay(terms, nominalDue(compiled, rhythm, row));
    before = session > before ? session : onTransactionDay(terms, before + 1);
    row += 1;
    return before;
  };
}

/** A day of the month some months after another; where the month is shorter, as the terms say. */
function monthsAfter(
  { monthEnd }: LoanTerms,
  { year, month }: Civil,
  months: number,
  dayOfMonth: number,
): DayNumber {
  const found = dayInMonth(year, month, months, dayOfMonth);
  return monthEnd === 'rolls' && civilOf(found).dayOfMonth < dayOfMonth ? found + 1 : found;
}

/** The due date of a row by its rhythm, before the transaction point's calendar; rows count from 0. */
function nominalDue({ step, terms }: CompiledTerms, rhythm: Rhythm, row: number): DayNumber {
  if (step.unit === 'day') return rhythm.firstDue + row * step.count;
  return monthsAfter(terms, rhythm.firstMonth, row * step.count, rhythm.dayOfMonth);
}

function regularRows(compiled: CompiledTerms, rhythm: Rhythm): Pick<RowPlan, 'due' | 'shares'> {
  const { terms, rowsPerInstalment } = compiled;
  const { amortisation, grace, instalments } = terms;
  const rows = instalments * rowsPerInstalment;
  const due: DayNumber[] = [];
  const shares: number[] = [];
  const nextDue = dueDates(compiled, rhythm);
  for (let row = 0; row < rows; row += 1) {
    due.push(nextDue());
    const isInstalment = (row + 1) % rowsPerInstalment === 0;
    const bears = amortisation === 'bullet' ? row === rows - 1 : row >= grace.principal * rowsPerInstalment;
    shares.push(isInstalment && bears ? 1 : 0);
  }
  return { due, shares };
}

/** Interest dates before the last custom date, and the custom dates; those that meet in one session are one row. */
function customRows(compiled: CompiledTerms, rhythm: Rhythm): Pick<RowPlan, 'due' | 'shares'> {
  const { terms } = compiled;
  const principal = new Map<DayNumber, number>();
  for (const entry of terms.custom) {
    const day = onTransactionDay(terms, entry.due);
    principal.set(day, (principal.get(day) ?? 0) + entry.principal);
  }
  const last = Math.max(...principal.keys());
  const days = new Set(principal.keys());
  const nextDue = dueDates(compiled, rhythm);
  for (let day = nextDue(); day < last; day = nextDue()) days.add(day);
  const due = [...days].sort((a, b) => a - b);
  return { due, shares: due.map((day) => principal.get(day) ?? 0) };
}

/** The first fixed day of the transaction point on or after a day, by the calendar in force on it. */
function onTransactionDay({ transactionDays }: LoanTerms, day: DayNumber): DayNumber {
  if (transactionDays.length === 0) return day;
  const { year, month } = civilOf(day);
  const calendars = transactionDays
    .map(({ from, day: dayOfMonth }) => ({ from: from ?? -Infinity, dayOfMonth }))
    .sort((a, b) => a.from - b.from);
  // A change of calendar can push a date past one month's day; twice at most for any sane calendar.
  for (let months = 0; months < 24; months += 1) {
    for (const [index, { from, dayOfMonth }] of calendars.entries()) {
      const fixed = dayInMonth(year, month, months, dayOfMonth);
      const until = calendars[index + 1]?.from ?? Infinity;
      if (from <= fixed && fixed < until && fixed >= day) return fixed;
    }
  }
  return day;
}
