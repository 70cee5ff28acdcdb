import { refusal } from '#lending/refuse.ts';
import { addMonths, isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Book, LoanIn } from './loan.ts';

/** At most 5 years (Decision 50/2010/QĐ-TTg as amended by Decision 08/2021/QĐ-TTg). */
const LONGEST_FREEZE_MONTHS = 60;

export function isFrozen({ freeze }: Pick<Book, 'freeze'>, day: BusinessDay): boolean {
  return freeze !== null && isWithin(day, freeze.from, freeze.until);
}

/** Throws `loan-already-frozen` (409) or `freeze-not-allowed` (422). */
export function assertMayFreeze(loan: LoanIn<'active'>, from: BusinessDay, until: BusinessDay): void {
  if (isFrozen(loan.book, from)) {
    throw refusal('loan-already-frozen', { until: loan.book.freeze?.until ?? from });
  }
  const latest = addMonths(from, LONGEST_FREEZE_MONTHS);
  if (until < from || until > latest) throw refusal('freeze-not-allowed', { from, until, latest });
}
