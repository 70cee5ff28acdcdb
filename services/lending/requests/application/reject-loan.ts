import { loanForAct } from '#lending/loans/application/act-rules.ts';
import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import type { Bodies, Context } from '#lending/loans/application/ports.ts';

/**
 * The branch rejects an eligible loan.
 * 1. Read the loan; it is `eligible`.
 * 2. It becomes `rejected` with the reason.
 */
export async function rejectLoan(
  context: Context,
  loanId: string,
  body: Bodies['rejectLoan'],
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'reject', body);
  return saveFact(context.store, loan, { kind: 'rejected', on, by: context.caller.id, reason: body.reason });
}
