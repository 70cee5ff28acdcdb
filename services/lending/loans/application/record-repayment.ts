import type { Context } from '#shared/application/context.ts';
import type { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { outstandingOf } from '../domain/loan.ts';
import { repay } from '../domain/repayment.ts';
import { accepted } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import { loanForAct } from './loan-for-act.ts';
import type { LoanStore } from './ports.ts';

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
  const { repaymentId, method = 'cash' } = body;
  const by = context.caller.id;
  const { fact, after } = repay(loan, { on, by, repaymentId, method, amount: body.amount });
  return context.store.saveLoan(
    { before: loan, after, fact },
    {
      ...accepted(after),
      repaymentId,
      principal: fact.principal,
      interest: fact.interest,
      outstanding: outstandingOf(after),
    },
  );
}
