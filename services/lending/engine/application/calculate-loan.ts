import type { Answer } from '../domain/answers/answer.ts';
import type { Question } from '../domain/answers/question.ts';
import { LoanAccount } from '../domain/loan-account.ts';

/**
 * Anybody plans a loan or checks one by terms and facts; nothing is read or stored.
 * 1. Terms are held against each other.
 * 2. Its instalments can be planned: each asks something, none beyond the calendar.
 * 3. The facts are replayed to the day, and to the day of the payoff when that is another.
 * Throws `terms-contradict` or `facts-contradict` (400), `terms-not-supported`, `principal-too-small` or
 * `due-date-out-of-range` (422).
 */
export function calculateLoan({ terms, facts, asOf, knownOn, payoffOn }: Question): Answer {
  const account = LoanAccount.open(terms, facts);
  account.assertPlannable('/terms/instalments', asOf, knownOn);
  const answer = account.answer(asOf, knownOn, { derivation: true });
  return payoffOn === asOf ? answer : { ...answer, payoff: account.payoffOn(payoffOn, knownOn) };
}
