import { basisOf } from './basis.ts';
import type { CompiledTerms } from './compiled-terms.ts';
import type { DayNumber } from './day-number.ts';
import type { History } from './history.ts';
import { punctual } from './replay.ts';

export interface Tranche {
  readonly on: DayNumber;
  readonly amount: number;
}

/** One row of a schedule in whole đồng. */
export interface PlanRow {
  readonly n: number;
  readonly due: DayNumber;
  readonly days: number;
  readonly principal: number;
  readonly interest: number;
  readonly balanceAfter: number;
}

/**
 * The schedule when every row is paid on its due date: rows as `positionAt` gives them on the day of the last
 * tranche. Tranches in order of days, the first before the first due date.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function plan(compiled: CompiledTerms, tranches: readonly Tranche[]): PlanRow[] {
  const history: History = {
    tranches: tranches.map(({ on, amount }) => ({ type: 'disbursement', on, amount })),
    changes: [],
    money: [],
    calendar: [],
    free: [],
    freezes: [],
  };
  const basis = basisOf(compiled, history, 0);
  if (basis === null) return [];
  const { rows } = punctual(basis);
  const { due, start } = basis.plan;
  return due.map((day, row) => ({
    n: row + 1,
    due: day,
    days: day - (due[row - 1] ?? start),
    principal: rows.principal[row] ?? 0,
    interest: rows.interest[row] ?? 0,
    balanceAfter: rows.balanceAfter[row] ?? 0,
  }));
}
