import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import { loanForAct } from '#lending/loans/application/loan-for-act.ts';
import type { Context } from '#shared/application/context.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertOrganisation } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { RequestStore } from './ports.ts';

const refuse = errorsOf(LOAN_ERRORS);

/**
 * A household takes its request back through its group.
 * 1. Read the loan; it is not approved and waits on no list. An approved one is the branch's to cancel, because
 *    capital is asked for it.
 * 2. The caller works for the organisation of the group.
 * 3. It becomes `cancelled`.
 */
export async function withdrawApplication(
  context: Context<RequestStore>,
  loanId: string,
  body: BodyOf<typeof REQUEST_ROUTES.withdrawApplication>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'cancel', body);
  if ('terms' in loan) throw refuse('loan-status-not-allowed', { status: loan.status });
  assertOrganisation(context.caller, loan.organisationId);
  return saveFact(context.store, loan, { kind: 'cancelled', on, by: context.caller.id, reason: body.reason });
}
