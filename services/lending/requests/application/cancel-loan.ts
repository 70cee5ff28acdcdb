import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import { loanForAct } from '#lending/loans/application/loan-for-act.ts';
import type { Context } from '#shared/application/context.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { RequestStore } from './ports.ts';

/**
 * A loan is given up before its disbursement.
 * 1. Read the loan; nothing is disbursed yet and it waits on no list.
 * 2. It becomes `cancelled`; capital releases what it holds for it.
 */
export async function cancelLoan(
  context: Context<RequestStore>,
  loanId: string,
  body: BodyOf<typeof REQUEST_ROUTES.cancelLoan>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'cancel', body);
  return saveFact(context.store, loan, { kind: 'cancelled', on, by: context.caller.id, reason: body.reason });
}
