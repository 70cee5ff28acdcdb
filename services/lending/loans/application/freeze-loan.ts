import { businessDay } from '#shared/domain/business-day.ts';
import { assertMayFreeze } from '../domain/freeze.ts';
import { loanForAct } from './act-rules.ts';
import { saveFact } from './change-loan.ts';
import type { Accepted } from './change-loan.ts';
import type { Bodies, Context } from './ports.ts';

/**
 * A decision freezes a debt after a loss by an objective cause.
 * 1. Read the loan; it is `active` and not frozen on the day.
 * 2. No interest accrues from this day to the last day of the freeze.
 */
export async function freezeLoan(
  context: Context,
  loanId: string,
  body: Bodies['freezeLoan'],
): Promise<Accepted> {
  const { loan, on } = await loanForAct(context, loanId, 'freeze', body);
  const until = businessDay(body.until);
  assertMayFreeze(loan, on, until);
  const { decision } = body;
  return saveFact(context.store, loan, { kind: 'frozen', on, by: context.caller.id, until, decision });
}
