import { daysBetween } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { accrue, interestDue, isFrozen, overduePrincipal } from './interest.ts';
import type { RunningLoan } from './loan.ts';
import { instalmentsOf, overdueSteps } from './schedule.ts';
import type { Instalment } from './schedule.ts';

export type LoanClass = 'in-term' | 'overdue' | 'frozen' | 'settled';

export interface Position {
  readonly outstanding: Vnd;
  readonly overduePrincipal: Vnd;
  readonly interestDue: Vnd;
  readonly overdueInterestDue: Vnd;
  readonly payoff: Vnd;
  readonly principalPaid: Vnd;
  readonly interestPaid: Vnd;
  readonly class: LoanClass;
  readonly daysOverdue: number;
  readonly nextDue: { readonly dueOn: BusinessDay; readonly principal: Vnd } | null;
}

/** What is owed on a day, which must not be before the last fact: earlier days are folded from the facts. */
export function positionOn(loan: RunningLoan, day: BusinessDay): Position {
  if (day < loan.lastFactOn) throw new RangeError(`${day} is before the last fact of ${loan.loanId}`);
  const book = accrue(loan, day);
  const money = { terms: loan.terms, book };
  const interest = interestDue(book);
  const overdue = overduePrincipal(money, day);
  return {
    outstanding: book.outstanding,
    overduePrincipal: overdue,
    interestDue: interest.total,
    overdueInterestDue: interest.overdue,
    payoff: (book.outstanding + interest.total) as Vnd,
    principalPaid: (loan.terms.amount - book.outstanding) as Vnd,
    interestPaid: book.interestPaid,
    class: classOf(loan, overdue, day),
    daysOverdue: overdue > 0n ? daysSinceDue(loan, day) : 0,
    nextDue: nextDueOf(loan),
  };
}

function classOf(loan: RunningLoan, overdue: Vnd, day: BusinessDay): LoanClass {
  if (loan.status === 'settled') return 'settled';
  if (isFrozen(loan.book, day)) return 'frozen';
  return overdue > 0n ? 'overdue' : 'in-term';
}

function daysSinceDue({ terms, book }: RunningLoan, day: BusinessDay): number {
  const paid = terms.amount - book.outstanding;
  const oldest = overdueSteps(terms, book.disbursedOn).find((step) => step.dueTotal > paid);
  return oldest ? daysBetween(oldest.dueOn, day) : 0;
}

/** The oldest instalment that is not fully paid and what is left of it; null when nothing is owed. */
export function nextDueOf(loan: RunningLoan): Position['nextDue'] {
  const open = scheduleOn(loan, loan.lastFactOn).find((row) => row.paid < row.principal);
  return open ? { dueOn: open.dueOn, principal: (open.principal - open.paid) as Vnd } : null;
}

export interface ScheduleRow extends Instalment {
  readonly paid: Vnd;
  readonly status: 'paid' | 'open' | 'overdue';
}

/** The instalments with what has been paid of each: money paid covers the oldest first. */
export function scheduleOn({ terms, book }: RunningLoan, day: BusinessDay): ScheduleRow[] {
  let left: bigint = terms.amount - book.outstanding;
  const turned = overdueSteps(terms, book.disbursedOn).findLast((step) => step.from <= day);
  return instalmentsOf(terms, book.disbursedOn).map((instalment) => {
    const paid = (left < instalment.principal ? left : instalment.principal) as Vnd;
    left -= paid;
    const isPaid = paid === instalment.principal && instalment.principal > ZERO_VND;
    const isOverdue = !isPaid && turned !== undefined && instalment.dueOn <= turned.dueOn;
    return { ...instalment, paid, status: isPaid ? 'paid' : isOverdue ? 'overdue' : 'open' };
  });
}
