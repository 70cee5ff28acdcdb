import { historyOf } from '../facts/history.ts';
import { basisOf } from '../life/basis.ts';
import { punctual } from '../life/replay.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import type { PlanRow, Tranche } from './plan-row.ts';
import { regularPlan } from './regular-plan.ts';

/**
 * The schedule when every row is paid on its due date: rows as `positionAt` gives them on the day of the last
 * tranche. Tranches in order of days, the first before the first due date.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function plan(compiled: CompiledTerms, tranches: readonly Tranche[]): PlanRow[] {
  const [first, second] = tranches;
  const { regular } = compiled;
  const isPlain = regular !== null && first !== undefined && second === undefined;
  return (isPlain ? regularPlan(regular, first.on, first.amount) : null) ?? generalPlan(compiled, tranches);
}

function generalPlan(compiled: CompiledTerms, tranches: readonly Tranche[]): PlanRow[] {
  const facts = tranches.map(({ on, amount }) => ({ type: 'disbursement' as const, on, amount }));
  const basis = basisOf(compiled, historyOf(facts, Infinity, null), 0);
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
