import { addDays, addMonths } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Terms } from './loan.ts';

export interface Instalment {
  readonly number: number;
  readonly dueOn: BusinessDay;
  readonly principal: Vnd;
}

/**
 * Group loans signed from this day on: an unpaid instalment becomes overdue by itself; older ones become
 * overdue only at maturity (VBSP letter 597/NHCS-TDNN of 2026-01-30, verified second hand).
 */
const INSTALMENT_OVERDUE_FROM = '2026-03-01';

export function maturityOf(terms: Terms, disbursedOn: BusinessDay): BusinessDay {
  return addMonths(disbursedOn, terms.termMonths);
}

/**
 * The principal instalments in order: equal shares of whole đồng on the same day of the month as the
 * disbursement, the last at maturity with whatever the division left. They are computed, never stored.
 */
export function instalmentsOf(terms: Terms, disbursedOn: BusinessDay): Instalment[] {
  const count = Math.ceil(terms.termMonths / terms.principalEveryMonths);
  const share = terms.amount / BigInt(count);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const months = isLast ? terms.termMonths : terms.principalEveryMonths * (index + 1);
    const principal = isLast ? terms.amount - share * BigInt(count - 1) : share;
    return { number: index + 1, dueOn: addMonths(disbursedOn, months), principal: principal as Vnd };
  });
}

export interface OverdueStep {
  /** First day on which the amount counts as overdue when unpaid. */
  readonly from: BusinessDay;
  readonly dueOn: BusinessDay;
  /** Principal due by then, all instalments together. */
  readonly dueTotal: Vnd;
}

/** When principal becomes overdue, and how much is due by then; in order of days. */
export function overdueSteps(terms: Terms, disbursedOn: BusinessDay): OverdueStep[] {
  if (disbursedOn < INSTALMENT_OVERDUE_FROM) {
    const maturity = maturityOf(terms, disbursedOn);
    return [{ from: addDays(maturity, 1), dueOn: maturity, dueTotal: terms.amount }];
  }
  let dueTotal = 0n;
  return instalmentsOf(terms, disbursedOn).map(({ dueOn, principal }) => {
    dueTotal += principal;
    return { from: addDays(dueOn, 1), dueOn, dueTotal: dueTotal as Vnd };
  });
}
