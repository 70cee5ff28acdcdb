import type { Answer, Payoff } from './answer.ts';
import type { CompiledTerms } from './compiled-terms.ts';
import type { DayNumber } from './day-number.ts';
import type { Fact } from './facts.ts';

/**
 * The loan as of a day, as known on an instant (ISO 8601 UTC; null = all that is recorded): a pure function
 * of terms and facts. Throws `facts-contradict` (422) for facts that cannot be of one loan.
 */
export declare function positionAt(
  terms: CompiledTerms,
  facts: readonly Fact[],
  asOf: DayNumber,
  knownOn?: string | null,
  options?: { readonly derivation?: boolean },
): Answer;

/** What closes the loan on a day when nothing else happens until then. */
export declare function payoffAt(
  terms: CompiledTerms,
  facts: readonly Fact[],
  on: DayNumber,
  knownOn?: string | null,
): Payoff;
