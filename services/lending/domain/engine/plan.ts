import { basisOf } from './basis.ts';
import type { CompiledTerms } from './compiled-terms.ts';
import type { History } from './history.ts';
import type { PlanRow, Tranche } from './plan-row.ts';
import { regularPlan } from './regular-plan.ts';
import { punctual } from './replay.ts';

/**
 * The schedule when every row is paid on its due date: rows as `positionAt` gives them on the day of the last
 * tranche. Tranches in order of days, the first before the first due date.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function plan(compiled: CompiledTerms, tranches: readonly Tranche[]): PlanRow[] {
  const [first] = tranches;
  if (first === undefined) return [];
  const { regular } = compiled;
  const plain = regular && tranches.length === 1 ? regularPlan(regular, first.on, first.amount) : null;
  return plain ?? generalPlan(compiled, tranches);
}

function generalPlan(compiled: CompiledTerms, tranches: readonly Tranche[]): PlanRow[] {
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
