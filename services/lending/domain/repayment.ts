import type { BusinessDay } from '#shared/domain/business-day.ts';
import { minVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { accrue, interestDue } from './interest.ts';
import type { LoanIn } from './loan.ts';
import { refusal } from './refuse.ts';

export interface Allocation {
  readonly principal: Vnd;
  readonly interest: Vnd;
}

/**
 * How money received on a day is applied: overdue interest, interest in term, then principal.
 * Throws `amount-over-payoff` (422).
 */
export function allocate(loan: LoanIn<'active'>, day: BusinessDay, amount: Vnd): Allocation {
  const book = accrue(loan, day);
  const due = interestDue(book).total;
  const payoff = book.outstanding + due;
  if (amount > payoff) {
    throw refusal('amount-over-payoff', { amount: amount.toString(), payoff: payoff.toString(), on: day });
  }
  const interest = minVnd(amount, due);
  return { interest, principal: (amount - interest) as Vnd };
}
