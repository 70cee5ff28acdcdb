import { historyOf } from '#lending/engine/domain/facts/history.ts';
import { assertPlannable } from '#lending/engine/domain/rows/bounds.ts';
import { addMonths, businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { openLedger } from './loan-ledger.ts';
import { engineTerms } from './loan-terms.ts';
import type { Terms } from './loan.ts';

export interface Instalment {
  readonly number: number;
  readonly dueOn: BusinessDay;
  readonly principal: Vnd;
}

export function maturityOf(terms: Terms, disbursedOn: BusinessDay): BusinessDay {
  return addMonths(disbursedOn, terms.termMonths);
}

/**
 * Asked before money is handed out on a day. An approval says the same first: only terms that were approved before
 * it did are refused here. Throws `principal-too-small` or `due-date-out-of-range` (422).
 */
export function assertDisbursable(terms: Terms, on: BusinessDay): void {
  const lent = { type: 'disbursement', on: dayNumber(on), amount: Number(terms.amount) } as const;
  assertPlannable(engineTerms(terms, on), historyOf([lent], Infinity, null), '/effectiveOn');
}

/** The principal instalments as the engine plans them at disbursement; they are computed, never stored. */
export function instalmentsOf(terms: Terms, disbursedOn: BusinessDay): Instalment[] {
  const { rows, basis } = openLedger(terms, disbursedOn);
  const { due, shares } = basis.plan;
  return due
    .flatMap((day, row) => {
      const principal = rows.planned[row] ?? 0;
      return shares[row] === 0 && principal === 0 ? [] : [{ day, principal }];
    })
    .map(({ day, principal }, index) => ({
      number: index + 1,
      dueOn: businessDayOfNumber(day),
      principal: vnd(principal),
    }));
}
