import { businessDayOfNumber } from '#lending/engine/domain/day-number.ts';
import { addMonths } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { openLedger } from './loan-ledger.ts';
import type { Terms } from './loan.ts';

export interface Instalment {
  readonly number: number;
  readonly dueOn: BusinessDay;
  readonly principal: Vnd;
}

export function maturityOf(terms: Terms, disbursedOn: BusinessDay): BusinessDay {
  return addMonths(disbursedOn, terms.termMonths);
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
