import { pay } from '#lending/engine/domain/life/allocation.ts';
import { payoffOf } from '#lending/engine/domain/life/owed.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { ledgerOn } from './loan-ledger.ts';
import type { LoanIn } from './loan.ts';

const refuse = errorsOf(LOAN_ERRORS);

export interface Allocation {
  readonly principal: Vnd;
  readonly interest: Vnd;
}

/**
 * How money received on a day is applied by the terms of the loan, overdue interest told with the interest.
 * Throws `amount-over-payoff` (422).
 */
export function allocate(loan: LoanIn<'active'>, day: BusinessDay, amount: Vnd): Allocation {
  const ledger = ledgerOn(loan, day);
  const owed = payoffOf(ledger);
  const payoff = vnd(owed.principal + owed.interest);
  if (amount > payoff) {
    throw refuse('amount-over-payoff', { amount: amount.toString(), payoff: payoff.toString(), on: day });
  }
  const { principal, interest, overdueInterest } = pay(ledger, Number(amount));
  return { principal: vnd(principal), interest: vnd(interest + overdueInterest) };
}
