import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { dayNumber } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { accountOf } from './loan-account.ts';
import type { Repaid } from './loan-facts.ts';
import type { LoanIn, RunningLoan } from './loan.ts';
import { isMarked } from './repayment-marks.ts';
import { receive } from './running-loan.ts';

const refuse = errorsOf(LOAN_ERRORS);

export interface Receipt extends Omit<Repaid, 'kind' | 'principal' | 'interest' | 'recordedAt'> {
  readonly amount: Vnd;
}

/**
 * Money is received on a day and split by the terms of the loan: the fact that tells it, and the loan after it.
 * Throws `repayment-already-recorded` (409) or `amount-over-payoff` (422).
 */
export function repay(
  loan: LoanIn<'active'>,
  { amount, ...receipt }: Receipt,
): { readonly fact: Repaid; readonly after: RunningLoan } {
  const { on, repaymentId } = receipt;
  if (isMarked(loan.book.repaymentMarks, repaymentId)) {
    throw refuse('repayment-already-recorded', { repaymentId });
  }
  const account = accountOf(loan);
  account.moveTo(dayNumber(on));
  const payoff = vnd(account.payoff().total);
  if (amount > payoff) {
    throw refuse('amount-over-payoff', { amount: amount.toString(), payoff: payoff.toString(), on });
  }
  const { split, loan: after } = receive({ loan, account }, { on, repaymentId, amount });
  return { fact: { kind: 'repaid', ...receipt, ...split }, after };
}
