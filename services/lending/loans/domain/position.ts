import { oldestDue, overdueToday } from '#lending/engine/domain/life/turning.ts';
import { surplusOf } from '#lending/engine/domain/life/allocation.ts';
import type { Ledger } from '#lending/engine/domain/life/ledger.ts';
import { overdueInterest, payoffOf } from '#lending/engine/domain/life/owed.ts';
import { businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { isFrozen } from './freeze.ts';
import { ledgerAtLastFact, ledgerOn } from './loan-ledger.ts';
import type { Money } from './loan-ledger.ts';
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
  readonly daysOverdue: number;
  readonly nextDue: { readonly dueOn: BusinessDay; readonly principal: Vnd } | null;
}

/** What is owed on a day, which must not be before the last fact: earlier days are folded from the facts. */
export function positionOn(loan: RunningLoan, day: BusinessDay): Position {
  if (day < loan.lastFactOn) throw new RangeError(`${day} is before the last fact of ${loan.loanId}`);
  const ledger = ledgerOn(loan, day);
  const { principal, interest } = payoffOf(ledger);
  const overdue = overdueToday(ledger);
  return {
    outstanding: vnd(principal),
    overduePrincipal: vnd(overdue),
    interestDue: vnd(interest),
    overdueInterestDue: vnd(overdueInterest(ledger)),
    payoff: vnd(principal + interest),
    principalPaid: (loan.terms.amount - vnd(principal) - lostOf(loan)) as Vnd,
    interestPaid: loan.book.interestPaid,
    class: classOf(loan, overdue, day),
    daysOverdue: overdue > 0 ? dayNumber(day) - oldestDue(ledger) : 0,
    nextDue: nextDueOf(loan),
  };
}

function lostOf(loan: RunningLoan): bigint {
  return loan.status === 'written-off' ? loan.writtenOff.principal : 0n;
}

function classOf(loan: RunningLoan, overdue: number, day: BusinessDay): LoanClass {
  if (loan.status !== 'active') return loan.status;
  if (isFrozen(loan.book, day)) return 'frozen';
  return overdue > 0 ? 'overdue' : 'in-term';
}

/** The oldest instalment that is not fully paid and what is left of it; null when nothing is owed. */
export function nextDueOf(money: Money): Position['nextDue'] {
  if (money.writtenOff) return null;
  const open = principalRows(ledgerOn(money, money.book.disbursedOn)).find(({ asked, paid }) => paid < asked);
  return open ? { dueOn: businessDayOfNumber(open.due), principal: vnd(open.asked - open.paid) } : null;
}

export interface ScheduleRow extends Instalment {
  readonly paid: Vnd;
  readonly status: 'paid' | 'open' | 'overdue' | 'written-off';
}

/**
 * The instalments with what has been paid of each. Principal paid with a month's interest ahead of its due date
 * counts towards the last ones, which ask so much less then. All instalments together are what was disbursed, and
 * what is open in them is what is outstanding, or was written off.
 */
export function scheduleOn(money: Money, day: BusinessDay): ScheduleRow[] {
  const ledger = money.writtenOff ? ledgerAtLastFact(money) : ledgerOn(money, day);
  const isOverdue = overdueToday(ledger) > 0;
  return principalRows(ledger).map(({ due, asked, paid }, index) => ({
    number: index + 1,
    dueOn: businessDayOfNumber(due),
    principal: vnd(asked),
    paid: vnd(paid),
    status:
      paid === asked
        ? 'paid'
        : money.writtenOff
          ? 'written-off'
          : isOverdue && due < ledger.day
            ? 'overdue'
            : 'open',
  }));
}

interface PrincipalRow {
  readonly due: DayNumber;
  readonly asked: number;
  readonly paid: number;
}

function principalRows(ledger: Ledger): PrincipalRow[] {
  const { rows, basis, row: current, oldest, isClosed } = ledger;
  let surplus = surplusOf(ledger);
  const found: PrincipalRow[] = [];
  for (let row = rows.count - 1; row >= 0; row -= 1) {
    const planned = rows.planned[row] ?? 0;
    const due = basis.plan.due[row] ?? ledger.day;
    if (planned === 0) continue;
    const settled = rows.settledPrincipal[row] ?? 0;
    if (isClosed || row < oldest || (row < current && rows.principal[row] === settled)) {
      found.push({ due, asked: planned, paid: planned });
    } else if (row < current) {
      found.push({ due, asked: planned, paid: settled + planned - (rows.principal[row] ?? 0) });
    } else {
      const spared = Math.min(Math.max(planned - settled, 0), surplus);
      surplus -= spared;
      found.push({ due, asked: planned, paid: Math.min(settled, planned) + spared });
    }
  }
  return found.reverse();
}
