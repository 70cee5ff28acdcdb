import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import { loanForAct } from '#lending/loans/application/loan-for-act.ts';
import type { Context } from '#shared/application/context.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { RequestStore } from './ports.ts';

/**
 * The branch rejects an eligible loan.
 * 1. Read the loan; it is `eligible`.
 * 2. It becomes `rejected` with the reason.
 */
export async function rejectLoan(
  context: Context<RequestStore>,
  loanId: string,
  body: BodyOf<typeof REQUEST_ROUTES.rejectLoan>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'reject', body);
  return saveFact(context.store, loan, { kind: 'rejected', on, by: context.caller.id, reason: body.reason });
}
