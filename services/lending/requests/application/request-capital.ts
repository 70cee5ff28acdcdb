import { loanForAct } from '#lending/loans/application/act-rules.ts';
import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import type { Bodies, Context } from '#lending/loans/application/ports.ts';

/**
 * Capital is asked for again after a decline.
 * 1. Read the loan; it is `awaiting-capital`.
 * 2. The same or another source is asked, under the next request number.
 */
export async function requestCapital(
  context: Context,
  loanId: string,
  body: Bodies['requestCapital'],
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'requestCapital', body);
  const sourceId = body.sourceId ?? loan.terms.sourceId;
  return saveFact(context.store, loan, { kind: 'capital-requested', on, by: context.caller.id, sourceId });
}
