import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { addMonths, isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Book, LoanIn } from './loan.ts';

const refuse = errorsOf(LOAN_ERRORS);

/** At most 5 years (Decision 50/2010/QĐ-TTg as amended by Decision 08/2021/QĐ-TTg). */
const LONGEST_FREEZE_MONTHS = 60;

export function isFrozen({ freeze }: Pick<Book, 'freeze'>, day: BusinessDay): boolean {
  return freeze !== null && isWithin(day, freeze.from, freeze.until);
}

/** Throws `loan-already-frozen` (409) or `freeze-not-allowed` (422). */
export function assertMayFreeze(loan: LoanIn<'active'>, from: BusinessDay, until: BusinessDay): void {
  if (isFrozen(loan.book, from)) {
    throw refuse('loan-already-frozen', { until: loan.book.freeze?.until ?? from });
  }
  const latest = addMonths(from, LONGEST_FREEZE_MONTHS);
  if (until < from || until > latest) throw refuse('freeze-not-allowed', { from, until, latest });
}
