import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import type { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { disbursed } from '../domain/loan-fold.ts';
import { disbursableAccount, instalmentsOf } from '../domain/schedule.ts';
import { accepted } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import { loanForAct } from './loan-for-act.ts';
import type { LoanStore } from './ports.ts';

const refuse = errorsOf(LOAN_ERRORS);

/**
 * Money is handed to the borrower.
 * 1. Read the loan; its capital is `reserved` and the caller is not its approver.
 * 2. Its instalments can be planned from the day on: each asks something, none beyond the calendar.
 * 3. It becomes `active`: interest and the due dates count from this day. The schedule is a function of the
 *    terms, so the cost of this act does not depend on the number of instalments.
 */
export async function disburseLoan(
  context: Context<LoanStore>,
  loanId: string,
  body: BodyOf<typeof LOAN_ROUTES.disburseLoan>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'disburse', body);
  if (loan.terms.approvedBy === context.caller.id) throw refuse('maker-is-checker', { loanId });
  const account = disbursableAccount(loan.terms, on);
  const fact = { kind: 'disbursed', on, by: context.caller.id } as const;
  const instalments = instalmentsOf(account);
  const { loan: after } = disbursed(loan, fact, account);
  return context.store.saveLoan({ before: loan, after, fact, instalments }, accepted(after));
}
