import type { Context } from '#shared/application/context.ts';
import type { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertMayFreeze } from '../domain/freeze.ts';
import { applyFact } from '../domain/loan-fold.ts';
import { accepted } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import { loanForAct } from './loan-for-act.ts';
import type { LoanStore } from './ports.ts';

/**
 * A decision freezes a debt after a loss by an objective cause.
 * 1. Read the loan; it is `active` and not frozen on the day.
 * 2. No interest accrues from this day to the last day of the freeze.
 */
export async function freezeLoan(
  context: Context<LoanStore>,
  loanId: string,
  body: BodyOf<typeof LOAN_ROUTES.freezeLoan>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'freeze', body);
  const { until, decision } = body;
  assertMayFreeze(loan, on, until);
  const fact = { kind: 'frozen', on, by: context.caller.id, until, decision } as const;
  const after = applyFact(loan, fact);
  return context.store.saveLoan({ before: loan, after, fact }, accepted(after));
}
