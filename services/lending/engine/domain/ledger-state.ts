import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Exact } from './exact.ts';

/** A row that has fallen due and is not settled, or for which money was paid ahead. */
export interface OpenRow {
  readonly row: number;
  readonly principal: number;
  readonly interest: number;
  readonly settledPrincipal: number;
  readonly settledInterest: number;
}

/**
 * Where the replay of a loan of one tranche stands, for loans whose interest runs on the actual balance and
 * whose instalments are not level. It is a cache: the facts give it again.
 */
export interface LedgerState {
  readonly day: DayNumber;
  readonly row: number;
  readonly outstanding: number;
  readonly carry: number;
  readonly inTerm: Readonly<Exact>;
  readonly overdue: Readonly<Exact>;
  readonly overdueSettled: number;
  readonly earlyPrincipal: number;
  readonly withoutEarly: Readonly<Exact>;
  readonly overdueSince: DayNumber | null;
  readonly inTermSince: DayNumber;
  readonly isClosed: boolean;
  readonly open: readonly OpenRow[];
}
