import { addMonths, businessDay, daysBetween } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { divideHalfUp } from '#shared/domain/vnd.ts';

/** Money a borrower brings on a transaction day; null stands for "all that is owed", which the platform is asked for. */
export interface PlannedRepayment {
  readonly repaymentId: string;
  readonly on: string;
  readonly amount: string | null;
}

export interface RunningLoan {
  readonly loanId: string;
  readonly amount: bigint;
  readonly ratePerYear: string;
  readonly termMonths: number;
  readonly principalEveryMonths: number;
  readonly disbursedOn: string;
}

export interface Conduct {
  /** Pays on no day after this one. */
  readonly until: string;
  /** Brings everything on this day, before or at maturity. */
  readonly settlesOn: string | null;
}

/**
 * Monthly payments on the day of the month of the disbursement: the interest of the month and, when an
 * instalment falls due, the instalment, rounded up to a thousand đồng as cash is.
 */
export function repaymentsOf(loan: RunningLoan, conduct: Conduct): readonly PlannedRepayment[] {
  const start = businessDay(loan.disbursedOn);
  const repayments: PlannedRepayment[] = [];
  let outstanding = loan.amount;
  let paidTo = start;
  for (let month = 1; ; month += 1) {
    const on = addMonths(start, month);
    const repaymentId = `${loan.loanId}-r${month.toString().padStart(2, '0')}`;
    if (conduct.settlesOn !== null && conduct.settlesOn <= on) {
      return [...repayments, { repaymentId, on: conduct.settlesOn, amount: null }];
    }
    if (on > conduct.until) return repayments;
    if (month === loan.termMonths) return [...repayments, { repaymentId, on, amount: null }];
    const interest = interestOf(outstanding, loan.ratePerYear, paidTo, on);
    const due = principalDue(loan, month);
    const behind = due - (loan.amount - outstanding);
    const amount = roundUp(interest + (behind > 0n ? behind : 0n));
    repayments.push({ repaymentId, on, amount: amount.toString() });
    outstanding -= amount - interest;
    paidTo = on;
  }
}

function interestOf(outstanding: bigint, ratePerYear: string, from: BusinessDay, to: BusinessDay): bigint {
  return divideHalfUp(outstanding * parseRate(ratePerYear) * BigInt(daysBetween(from, to)), 36_500_000_000n);
}

/** Principal that has fallen due by the end of a month before the last of the term. */
function principalDue(loan: RunningLoan, month: number): bigint {
  const count = BigInt(Math.ceil(loan.termMonths / loan.principalEveryMonths));
  return (loan.amount / count) * BigInt(Math.floor(month / loan.principalEveryMonths));
}

function roundUp(amount: bigint): bigint {
  return ((amount + 999n) / 1000n) * 1000n;
}
