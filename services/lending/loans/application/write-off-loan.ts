import type { Context } from '#shared/application/context.ts';
import type { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { writeLoanOff } from '../domain/write-off.ts';
import { accepted } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import { loanForAct } from './loan-for-act.ts';
import type { LoanStore } from './ports.ts';

/**
 * A decision writes a debt off (Decision 50/2010/QĐ-TTg as amended by 08/2021/QĐ-TTg): nothing is left to collect it from.
 * 1. Read the loan; it is `active`, frozen or not.
 * 2. The engine tells what is owed on the day; all of it leaves the books and nothing accrues any more.
 */
export async function writeOffLoan(
  context: Context<LoanStore>,
  loanId: string,
  body: BodyOf<typeof LOAN_ROUTES.writeOffLoan>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'writeOff', body);
  const { reason, decision } = body;
  const { fact, after } = writeLoanOff(loan, { on, by: context.caller.id, reason, decision });
  return context.store.saveLoan({ before: loan, after, fact }, accepted(after));
}
