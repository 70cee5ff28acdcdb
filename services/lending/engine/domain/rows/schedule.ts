import type { DayNumber } from '#shared/domain/civil-day.ts';

/** What a schedule asks, row by row, fixed before any payment. */
export interface Asked {
  readonly principal: readonly number[];
  readonly interest: readonly number[];
}

/** The schedule with all its facts, and as far as it is known on a day. */
export interface Schedule {
  readonly asked: Asked;
  readonly askedKnownOn: (day: DayNumber) => Asked;
}
