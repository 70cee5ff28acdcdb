import type { Asked } from '../rows/schedule.ts';
import type { Ledger } from './ledger.ts';

/** Interest of the current row that has accrued by the present day and is not settled; none after the last. */
export function currentInterest(ledger: Ledger): number {
  const { row, rows } = ledger;
  return Math.max(ledger.earned - (rows.settledInterest[row] ?? 0) - ledger.aheadInterest, 0);
}

export function overdueInterest(ledger: Ledger): number {
  return Math.max(ledger.accrual.overdueEarned - ledger.overdueSettled, 0);
}

/**
 * By the schedule: interest paid for nights that have not passed. Whoever closes the loan today does not owe it.
 * After the last due date no night is left to owe it for, and it is in excess.
 */
export function unearnedInterest(ledger: Ledger): number {
  const { schedule, isClosed, row, rows } = ledger;
  if (schedule === null || isClosed || row === rows.count) return 0;
  return Math.max((rows.settledInterest[row] ?? 0) + ledger.aheadInterest - ledger.earned, 0);
}

/** Interest owed at the present day, less what was paid for nights that have not passed. */
export function owedInterest(ledger: Ledger): number {
  const owed = ledger.pastInterest + currentInterest(ledger) + overdueInterest(ledger);
  return owed - unearnedInterest(ledger);
}

/** What a payoff asks of the interest of rows that have not fallen due, and what was settled beyond it. */
export interface AskedAtPayoff {
  /** From the current row on. */
  readonly open: readonly number[];
  readonly beyond: number;
}

/** By the terms the interest accrued to the day, or all that the schedule still asks. */
export function askedAtPayoff(ledger: Ledger): AskedAtPayoff {
  const { schedule, terms, isClosed, row, rows, day } = ledger;
  const asksAll = schedule !== null && terms.payoffInterest === 'all-scheduled';
  if (asksAll && !isClosed && row < rows.count) return openInterest(ledger, schedule.askedKnownOn(day));
  return { open: [currentInterest(ledger)], beyond: unearnedInterest(ledger) };
}

/**
 * Principal and interest that close the loan at the present day. Interest is negative where more was paid ahead
 * by the schedule than the payoff asks: it is so much less.
 */
export function payoffOf(ledger: Ledger): { principal: number; interest: number } {
  const { open, beyond } = askedAtPayoff(ledger);
  const asked = open.reduce((sum, interest) => sum + interest, 0);
  const owed = ledger.pastInterest + overdueInterest(ledger) + asked;
  return { principal: ledger.outstanding, interest: owed - beyond };
}

/** Interest the current and later rows still ask: what was settled beyond one is asked less by the next. */
export function openInterest({ row, rows, settledBeyond }: Ledger, asked: Asked): AskedAtPayoff {
  const open: number[] = [];
  let beyond = settledBeyond;
  for (let at = row; at < rows.count; at += 1) {
    const left = (asked.interest[at] ?? 0) - beyond - (rows.settledInterest[at] ?? 0);
    open.push(Math.max(left, 0));
    beyond = Math.max(-left, 0);
  }
  return { open, beyond };
}
