import type { Answer, Payoff } from '../domain/engine/answer.ts';
import { compileTerms } from '../domain/engine/compiled-terms.ts';
import type { DayNumber } from '../domain/engine/day-number.ts';
import type { Fact } from '../domain/engine/facts.ts';
import { payoffAt, positionAt } from '../domain/engine/position.ts';
import type { LoanTerms } from '../domain/engine/terms.ts';

export interface CalculationInput {
  readonly terms: LoanTerms;
  readonly facts: readonly Fact[];
  readonly asOf: DayNumber;
  /** Instant, or null for all that is recorded. */
  readonly knownOn: string | null;
  readonly payoffOn: DayNumber;
}

/**
 * Anybody plans a loan or checks one by terms and facts; nothing is read or stored.
 * 1. Terms are held against each other.
 * 2. The facts are replayed to the day, and to the day of the payoff when that is another.
 * Throws `terms-contradict` (400), `terms-not-supported` (422) or `facts-contradict` (400).
 */
export function calculateLoan(input: CalculationInput): Answer & { readonly payoff: Payoff } {
  const { facts, asOf, knownOn, payoffOn } = input;
  const terms = compileTerms(input.terms);
  const answer = positionAt(terms, facts, asOf, knownOn, { derivation: true });
  return payoffOn === asOf ? answer : { ...answer, payoff: payoffAt(terms, facts, payoffOn, knownOn) };
}
