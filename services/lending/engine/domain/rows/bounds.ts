import { dayNumber, LAST_DAY } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { History } from '../facts/history.ts';
import { dueDateOutOfRange, principalTooSmall } from '../refusals.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import { rowsOf } from './calendar.ts';
import { equalShare } from './level.ts';

const LAST_DUE: DayNumber = dayNumber(LAST_DAY);

/**
 * Would an instalment ask no principal at all? Either there are fewer đồng than instalments, or the first of them
 * take so much by rounding that nothing is left for the last.
 */
export function isTooSmall(principal: number, instalments: number, share: number): boolean {
  return principal < instalments || share * (instalments - 1) >= principal;
}

/**
 * What may be planned, asked before a loan is calculated, approved or disbursed; what was lent is never refused
 * again. Every row that bears principal asks at least one đồng of it, and none falls due beyond the calendar.
 * Amounts of custom dates and a multiple that principal is rounded to are said by the terms themselves.
 * Throws `principal-too-small` or `due-date-out-of-range` (422), and what the facts cannot be (400).
 */
export function assertPlannable(compiled: CompiledTerms, history: History, pointer: string): void {
  const { tranches, calendar } = history;
  const start = tranches[0]?.on;
  if (start === undefined) return;
  const { due, shares } = rowsOf(compiled, start, calendar);
  if ((due.at(-1) ?? start) > LAST_DUE) throw dueDateOutOfRange(pointer);
  const { terms } = compiled;
  const lent = tranches.reduce((sum, { amount }) => sum + amount, 0);
  const isCustom = terms.amortisation === 'custom';
  const instalments = shares.reduce((sum, share) => sum + (isCustom ? Math.min(share, 1) : share), 0);
  const isShared = terms.amortisation === 'equal-principal' && terms.principalMultiple === 1;
  const share = isShared ? equalShare(lent, instalments, terms) : 0;
  if (isTooSmall(lent, instalments, share)) throw principalTooSmall(lent, instalments, pointer);
}
