import type { DayNumber } from '#shared/domain/civil-day.ts';

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
