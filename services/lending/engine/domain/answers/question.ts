import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** What can be asked about a loan, stored or not. */
export interface Question {
  readonly terms: LoanTerms;
  readonly facts: readonly Fact[];
  readonly asOf: DayNumber;
  /** Instant, or null for all that is recorded. */
  readonly knownOn: string | null;
  /** The day to quote the payoff for. */
  readonly payoffOn: DayNumber;
}
