import type { Answer, Payoff } from '../domain/answers/answer.ts';
import { payoffAt, positionAt } from '../domain/answers/position.ts';
import type { Question } from '../domain/answers/question.ts';
import { historyOf } from '../domain/facts/history.ts';
import { assertPlannable } from '../domain/rows/bounds.ts';
import { compileTerms } from '../domain/terms/compiled-terms.ts';

/**
 * Anybody plans a loan or checks one by terms and facts; nothing is read or stored.
 * 1. Terms are held against each other.
 * 2. Its instalments can be planned: each asks something, none beyond the calendar.
 * 3. The facts are replayed to the day, and to the day of the payoff when that is another.
 * Throws `terms-contradict` or `facts-contradict` (400), `terms-not-supported`, `principal-too-small` or
 * `due-date-out-of-range` (422).
 */
export function calculateLoan(question: Question): Answer & { readonly payoff: Payoff } {
  const { facts, asOf, knownOn, payoffOn } = question;
  const terms = compileTerms(question.terms);
  assertPlannable(terms, historyOf(facts, asOf, knownOn), '/terms/instalments');
  const answer = positionAt(terms, facts, asOf, knownOn, { derivation: true });
  return payoffOn === asOf ? answer : { ...answer, payoff: payoffAt(terms, facts, payoffOn, knownOn) };
}
