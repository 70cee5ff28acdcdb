import type { Vnd } from '#shared/domain/vnd.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import type { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { isMarked } from '../domain/repayment-marks.ts';
import { allocate } from '../domain/repayment.ts';
import { accepted, changeOf } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import { loanForAct } from './loan-for-act.ts';
import type { LoanStore } from './ports.ts';

const refuse = errorsOf(LOAN_ERRORS);

export interface Repaid extends Accepted {
  repaymentId: string;
  principal: Vnd;
  interest: Vnd;
  outstanding: Vnd;
}

/**
 * Money is received from a borrower.
 * 1. Read the loan; it is `active`.
 * 2. Its id is not that of a repayment already recorded.
 * 3. The engine splits the money by the terms of the loan; more than the payoff is refused.
 * 4. The loan is `settled` when nothing is owed.
 */
export async function recordRepayment(
  context: Context<LoanStore>,
  loanId: string,
  body: BodyOf<typeof LOAN_ROUTES.recordRepayment>,
): Promise<Repaid> {
  const { loan, on } = await loanForAct(context, loanId, 'repay', body);
  const { repaymentId } = body;
  if (isMarked(loan.book.repaymentMarks, repaymentId))
    throw refuse('repayment-already-recorded', { repaymentId });
  const { principal, interest } = allocate(loan, on, body.amount);
  const change = changeOf(loan, {
    kind: 'repaid',
    on,
    by: context.caller.id,
    repaymentId,
    principal,
    interest,
    method: body.method ?? 'cash',
  });
  return context.store.saveLoan(change, {
    ...accepted(change.after),
    repaymentId,
    principal,
    interest,
    outstanding: (vnd(loan.book.state.outstanding) - principal) as Vnd,
  });
}
