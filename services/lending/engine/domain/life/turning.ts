import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Rows } from '../rows/rows.ts';
import type { LoanTerms } from '../terms/terms.ts';
import type { Basis } from './basis.ts';

/** What is read of a loan that is being replayed to tell in term from overdue. */
interface Turning {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  readonly isPerInstalment: boolean;
  readonly day: DayNumber;
  readonly row: number;
  readonly pastPrincipal: number;
  overdueSince: DayNumber | null;
  inTermSince: DayNumber;
}

/** Principal that was due before the present day, by the regime of the terms. */
export function overdueToday({
  basis,
  isPerInstalment,
  day,
  row: current,
  pastPrincipal,
  rows,
}: Turning): number {
  const { due } = basis.plan;
  if (!isPerInstalment) return (due.at(-1) ?? day) < day ? pastPrincipal : 0;
  let overdue = pastPrincipal;
  for (let row = current - 1; due[row] === day; row -= 1) {
    overdue -= (rows.principal[row] ?? 0) - (rows.settledPrincipal[row] ?? 0);
  }
  return overdue;
}

/**
 * Debt turns overdue on the day after the due date, and is back in term on the day it is paid. Paid on the very
 * day it would have turned, it was never overdue at the close of a day.
 * @param overdue principal that is overdue in the night after the present day
 */
export function noteClass(ledger: Turning, overdue: number): void {
  const { day, overdueSince } = ledger;
  if (overdueSince !== null && overdueToday(ledger) === 0) {
    if (overdueSince < day) ledger.inTermSince = day;
    ledger.overdueSince = null;
  }
  if (overdue > 0) ledger.overdueSince ??= day + 1;
}

/** The day the debt last came back in term; the replay notes a return with the night after it. */
export function lastInTerm({ overdueSince, day, inTermSince }: Turning): DayNumber {
  return overdueSince === null || overdueSince >= day ? inTermSince : day;
}

/** The oldest due date of principal that is overdue. Rows that have not fallen due ask none yet. */
export function oldestDue({ basis, rows, terms }: Turning): DayNumber {
  const { due } = basis.plan;
  const last = due.at(-1) ?? basis.plan.start;
  if (terms.overdueRegime === 'maturity-only') return last;
  return due.find((_, row) => (rows.principal[row] ?? 0) > (rows.settledPrincipal[row] ?? 0)) ?? last;
}
