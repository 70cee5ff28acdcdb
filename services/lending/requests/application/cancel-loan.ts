import { loanForAct } from '#lending/loans/application/act-rules.ts';
import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import type { Bodies, Context } from '#lending/loans/application/ports.ts';

/**
 * A loan is given up before its disbursement.
 * 1. Read the loan; nothing is disbursed yet and it waits on no list.
 * 2. It becomes `cancelled`; capital releases what it holds for it.
 */
export async function cancelLoan(
  context: Context,
  loanId: string,
  body: Bodies['cancelLoan'],
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'cancel', body);
  return saveFact(context.store, loan, { kind: 'cancelled', on, by: context.caller.id, reason: body.reason });
}
