import type { DebtClass } from '#lending/engine/domain/answers/answer.ts';
import type { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { accountOf, nextDueOf } from './loan-account.ts';
import type { RunningLoan } from './loan.ts';
import type { Instalment } from './schedule.ts';

export type LoanClass = 'in-term' | 'overdue' | 'frozen' | 'settled' | 'written-off';

export interface Position {
  readonly outstanding: Vnd;
  readonly overduePrincipal: Vnd;
  readonly interestDue: Vnd;
  readonly overdueInterestDue: Vnd;
  readonly payoff: Vnd;
  readonly principalPaid: Vnd;
  readonly interestPaid: Vnd;
  readonly class: LoanClass;
  readonly classSince: BusinessDay;
  /** When the class changes next if nothing more happens; null when it never does. */
  readonly nextChange: { readonly on: BusinessDay; readonly class: LoanClass } | null;
  readonly daysOverdue: number;
  readonly nextDue: { readonly dueOn: BusinessDay; readonly principal: Vnd } | null;
}

/**
 * What is owed on a day, which must not be before the last fact: earlier days are folded from the facts. The
 * account is moved to the day.
 */
export function positionOn(
  loan: RunningLoan,
  day: BusinessDay,
  account: LoanAccount = accountOf(loan),
): Position {
  if (day < loan.lastFactOn) throw new RangeError(`${day} is before the last fact of ${loan.loanId}`);
  const nextDue = nextDueOf(account);
  account.moveTo(dayNumber(day));
  const found = account.position();
  const { interest, total } = account.payoff();
  return {
    outstanding: vnd(found.principalOutstanding),
    overduePrincipal: vnd(found.principalOverdue),
    interestDue: vnd(interest),
    overdueInterestDue: vnd(found.overdueInterest),
    payoff: vnd(total),
    principalPaid: vnd(found.principalPaid),
    interestPaid: vnd(found.interestPaid + found.overdueInterestPaid),
    class: classOf(found.class),
    classSince: businessDayOfNumber(found.classSince ?? account.day),
    nextChange: changeOf(account),
    daysOverdue: found.daysOverdue,
    nextDue: nextDue && { ...nextDue, principal: vnd(nextDue.principal) },
  };
}

/** Every loan that runs has been disbursed, so that its debt is of some class. */
function classOf(found: DebtClass): LoanClass {
  if (found === 'none') throw new TypeError('a running loan without a debt');
  return found;
}

function changeOf(account: LoanAccount): Position['nextChange'] {
  const change = account.nextChange();
  return change && { on: businessDayOfNumber(change.on), class: classOf(change.class) };
}

export interface ScheduleRow extends Instalment {
  readonly paid: Vnd;
  readonly status: 'paid' | 'open' | 'overdue' | 'written-off';
}

/**
 * The instalments with what has been paid of each. All together are what was disbursed, and what is open in them is
 * what is outstanding, or was written off. The account is moved to the day.
 */
export function scheduleOn(
  loan: RunningLoan,
  day: BusinessDay,
  account: LoanAccount = accountOf(loan),
): ScheduleRow[] {
  account.moveTo(dayNumber(day));
  const isOverdue = account.position().principalOverdue > 0;
  const unpaid = (due: number): ScheduleRow['status'] => {
    if (loan.status === 'written-off') return 'written-off';
    return isOverdue && due < account.day ? 'overdue' : 'open';
  };
  return account.principalRows().map(({ due, asked, paid }, index) => ({
    number: index + 1,
    dueOn: businessDayOfNumber(due),
    principal: vnd(asked),
    paid: vnd(paid),
    status: paid === asked ? 'paid' : unpaid(due),
  }));
}
