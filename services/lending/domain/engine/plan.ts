import type { CompiledTerms } from './compiled-terms.ts';
import type { DayNumber } from './day-number.ts';

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
 * Throws `terms-contradict` (400) or `facts-contradict` (422).
 */
export declare function plan(terms: CompiledTerms, tranches: readonly Tranche[]): PlanRow[];
