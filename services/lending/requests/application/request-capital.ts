import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import { loanForAct } from '#lending/loans/application/loan-for-act.ts';
import type { Context } from '#shared/application/context.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { RequestStore } from './ports.ts';

/**
 * Capital is asked for again after a decline.
 * 1. Read the loan; it is `awaiting-capital`.
 * 2. The same or another source is asked, under the next request number.
 */
export async function requestCapital(
  context: Context<RequestStore>,
  loanId: string,
  body: BodyOf<typeof REQUEST_ROUTES.requestCapital>,
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'requestCapital', body);
  const sourceId = body.sourceId ?? loan.terms.sourceId;
  return saveFact(context.store, loan, { kind: 'capital-requested', on, by: context.caller.id, sourceId });
}
