import type { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { businessDayOfNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { openAccount } from './loan-account.ts';
import type { Terms } from './loan.ts';

export interface Instalment {
  readonly number: number;
  readonly dueOn: BusinessDay;
  readonly principal: Vnd;
}

/**
 * Opened before money is handed out on a day. An approval says the same first: only terms that were approved before
 * it did are refused here. Throws `principal-too-small` or `due-date-out-of-range` (422).
 */
export function disbursableAccount(terms: Terms, on: BusinessDay): LoanAccount {
  const account = openAccount(terms, on);
  account.assertPlannable('/effectiveOn');
  return account;
}

/** The principal instalments as the engine plans them at disbursement; they are computed, never stored. */
export function instalmentsOf(account: LoanAccount): Instalment[] {
  return account.principalRows().map(({ due, asked }, index) => ({
    number: index + 1,
    dueOn: businessDayOfNumber(due),
    principal: vnd(asked),
  }));
}
