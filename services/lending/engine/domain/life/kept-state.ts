import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Exact } from '../interest/exact.ts';
import type { Stretches } from '../interest/stretches.ts';
import type { SharePlan } from '../rows/planning.ts';

/** A row that has fallen due and is not settled, or for which money was paid ahead. */
export interface OpenRow {
  readonly row: number;
  readonly principal: number;
  readonly interest: number;
  readonly settledPrincipal: number;
  readonly settledInterest: number;
  /** The part of the interest settled that was waived. */
  readonly waivedInterest: number;
}

/** What loans of more than one tranche, level instalments or interest by the schedule keep besides. */
export interface FurtherState {
  readonly askedPrincipal: number;
  readonly scheduledPrincipal: number;
  readonly balanceAtStart: number;
  readonly settledBeyond: number;
  readonly aheadInterest: number;
  readonly level: number;
  /** Of the tranches after the first. */
  readonly plans: readonly SharePlan[];
}

/**
 * Where the replay of a loan stands: with the terms and the facts that shape rows and nights it is enough to go
 * on. It is a cache: all facts give it again.
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
  /** Null where a row is rounded as a whole. */
  readonly stretches: Stretches | null;
  readonly overdueSince: DayNumber | null;
  readonly inTermSince: DayNumber;
  readonly isClosed: boolean;
  readonly open: readonly OpenRow[];
  readonly paid: { readonly interest: number; readonly overdueInterest: number };
  readonly waived: number;
  readonly excess: number;
  readonly settledOn: DayNumber | null;
  readonly reopenedOn: DayNumber | null;
  /** Null for a plain loan. */
  readonly further: FurtherState | null;
}
