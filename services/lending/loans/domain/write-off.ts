import { payoffOf } from '#lending/engine/domain/life/owed.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { ledgerOn } from './loan-ledger.ts';
import type { LoanIn } from './loan.ts';

/** All that is owed on a day, đồng: what a write-off takes off the books. */
export function owedOn(
  loan: LoanIn<'active'>,
  day: BusinessDay,
): { readonly principal: Vnd; readonly interest: Vnd } {
  const { principal, interest } = payoffOf(ledgerOn(loan, day));
  return { principal: vnd(principal), interest: vnd(interest) };
}
