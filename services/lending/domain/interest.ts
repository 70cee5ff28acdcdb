import { addDays, daysBetween, isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { ZERO_VND, divideHalfUp, minVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Book, Terms } from './loan.ts';
import { overdueSteps } from './schedule.ts';
import type { OverdueStep } from './schedule.ts';

/**
 * Interest is principal × rate × days / 365 (Circular 14/2017/TT-NHNN; first day in, last day out). It is
 * kept as the exact numerator principal × rate × days; one đồng of interest is this many, since a rate counts
 * millionths of a per cent.
 */
export const INTEREST_UNIT = 365n * 100n * 1_000_000n;

interface Money {
  readonly terms: Terms;
  readonly book: Book;
}

/** The book with interest counted up to a day; unchanged when it already is there or beyond. */
export function accrue({ terms, book }: Money, day: BusinessDay): Book {
  if (day <= book.accruedTo) return book;
  const steps = overdueSteps(terms, book.disbursedOn);
  let { inTermInterest, overdueInterest } = book;
  const bounds = boundsWithin(book, steps, day);
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    if (isFrozen(book, from)) continue;
    const nights = BigInt(daysBetween(from, bounds[index + 1] ?? day));
    const overdue = overdueOf(terms, book, steps, from);
    inTermInterest += (book.outstanding - overdue) * terms.rate * nights;
    overdueInterest += overdue * terms.overdueRate * nights;
  }
  return { ...book, accruedTo: day, inTermInterest, overdueInterest };
}

/** The days between which nothing changes: those on which principal turns overdue or a freeze ends. */
function boundsWithin(book: Book, steps: readonly OverdueStep[], day: BusinessDay): BusinessDay[] {
  const changes = steps.map((step) => step.from);
  if (book.freeze) changes.push(addDays(book.freeze.until, 1));
  const inside = changes.filter((change) => book.accruedTo < change && change < day);
  return [book.accruedTo, ...new Set(inside.sort()), day];
}

export function isFrozen(book: Book, day: BusinessDay): boolean {
  return book.freeze !== null && isWithin(day, book.freeze.from, book.freeze.until);
}

/** Principal that is overdue on a day, đồng. */
export function overduePrincipal({ terms, book }: Money, day: BusinessDay): Vnd {
  return overdueOf(terms, book, overdueSteps(terms, book.disbursedOn), day);
}

function overdueOf(terms: Terms, book: Book, steps: readonly OverdueStep[], day: BusinessDay): Vnd {
  const due = steps.findLast((step) => step.from <= day)?.dueTotal ?? ZERO_VND;
  const unpaid = due - (terms.amount - book.outstanding);
  return unpaid > 0n ? minVnd(unpaid as Vnd, book.outstanding) : ZERO_VND;
}

/** Interest owed by a book as it stands, rounded half up to the đồng: the one rounding of interest. */
export function interestDue(book: Book): { readonly total: Vnd; readonly overdue: Vnd } {
  return {
    total: divideHalfUp(book.inTermInterest + book.overdueInterest, INTEREST_UNIT) as Vnd,
    overdue: divideHalfUp(book.overdueInterest, INTEREST_UNIT) as Vnd,
  };
}

/**
 * The book after interest was paid: all of it clears the account, the rounding included; a part is taken
 * exactly, overdue interest first.
 */
export function payInterest(book: Book, paid: Vnd): Book {
  const interestPaid = (book.interestPaid + paid) as Vnd;
  if (paid === interestDue(book).total)
    return { ...book, interestPaid, inTermInterest: 0n, overdueInterest: 0n };
  const exact = paid * INTEREST_UNIT;
  const fromOverdue = exact < book.overdueInterest ? exact : book.overdueInterest;
  return {
    ...book,
    interestPaid,
    overdueInterest: book.overdueInterest - fromOverdue,
    inTermInterest: book.inTermInterest - (exact - fromOverdue),
  };
}
