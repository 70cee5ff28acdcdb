import type { Asked } from '../rows/schedule.ts';
import type { Order } from '../terms/terms.ts';
import { plannedPrincipal } from './falling.ts';
import type { Ledger } from './ledger.ts';
import {
  askedAtPayoff,
  currentInterest,
  openInterest,
  overdueInterest,
  owedInterest,
  payoffOf,
  unearnedInterest,
} from './owed.ts';

/** How an amount was applied. */
export interface Applied {
  principal: number;
  interest: number;
  overdueInterest: number;
  excess: number;
}

/** Why an amount is settled without being paid, which is told apart on each row; null when it is paid. */
type GivenUp = 'waiver' | 'write-off' | null;

/** One amount while it is applied. */
interface Money extends Applied {
  left: number;
  readonly givenUp: GivenUp;
}

function moneyOf(amount: number, givenUp: GivenUp): Money {
  return { left: amount, givenUp, principal: 0, interest: 0, overdueInterest: 0, excess: 0 };
}

/** Applies a payment on the ledger's present day in the order of the terms. */
export function pay(ledger: Ledger, amount: number): Applied {
  const accrued = currentInterest(ledger);
  const past = ledger.pastPrincipal + ledger.pastInterest + overdueInterest(ledger);
  if (ledger.schedule === null) {
    if (amount >= past + ledger.outstanding - ledger.pastPrincipal + accrued) return payOff(ledger, amount);
  } else {
    const { principal, interest } = payoffOf(ledger);
    if (amount >= principal + interest) return payOff(ledger, amount);
  }
  const money = moneyOf(amount, null);
  if (past > 0) settlePast(ledger, money);
  if (money.left === 0) return money;
  if (ledger.schedule === null) payEarly(ledger, money, accrued);
  else settleAhead(ledger, money, ledger.schedule.askedKnownOn(ledger.day));
  return money;
}

function settlePast(ledger: Ledger, money: Money): void {
  const { pastDue } = ledger.terms.allocation;
  if (pastDue === 'IP') takeOverdueInterest(ledger, money);
  settleFallen(ledger, money);
  takeOverdueInterest(ledger, money);
  settleDueToday(ledger, money);
}

/** Gives up interest: overdue first, then the oldest row; never what was already paid ahead by the schedule. */
export function waive(ledger: Ledger, amount: number): Applied {
  const owed = Math.max(owedInterest(ledger), 0);
  const money = moneyOf(Math.min(amount, owed), 'waiver');
  takeOverdueInterest(ledger, money);
  for (let row = ledger.oldest; row < ledger.row; row += 1) takeInterest(ledger, money, row);
  takeRowInterest(ledger, money, ledger.row, currentInterest(ledger));
  money.excess = amount - money.interest - money.overdueInterest;
  if (ledger.outstanding === 0 && payoffOf(ledger).interest === 0) payOff(ledger, 0);
  return money;
}

/**
 * All that is owed on the present day leaves the books. Interest paid for nights that will not come pays nothing
 * of it: it is money of the borrower, in excess.
 */
export function giveUp(ledger: Ledger): Applied {
  const unearned = unearnedInterest(ledger);
  const owed = ledger.outstanding + owedInterest(ledger) + unearned;
  endSchedule(ledger, unearned);
  return close(ledger, moneyOf(owed, 'write-off'), [currentInterest(ledger)]);
}

/** Closes the loan with a payment. Interest paid for nights that will not come is money again. */
function payOff(ledger: Ledger, amount: number): Applied {
  const money = moneyOf(amount, null);
  const { open, beyond } = askedAtPayoff(ledger);
  if (beyond > 0) takeBack(ledger, money, beyond);
  endSchedule(ledger, 0);
  const isShownLast = ledger.terms.payoffRow === 'last' && ledger.row < ledger.rows.count;
  return close(ledger, money, open, isShownLast ? ledger.rows.count - 1 : ledger.row);
}

/** What was settled beyond rows so far is used up by what has accrued; what is `left` of it is the borrower's. */
function endSchedule(ledger: Ledger, left: number): void {
  if (!ledger.isClosed && ledger.row < ledger.rows.count) ledger.settledBeyond = left;
}

/** From the last row backwards; rows that have fallen due keep what they asked and were paid. */
function takeBack(ledger: Ledger, money: Money, unearned: number): void {
  const { row, rows } = ledger;
  let left = unearned;
  for (let at = rows.count - 1; at >= row && left > 0; at -= 1) {
    const paid = (rows.settledInterest[at] ?? 0) - (rows.waivedInterest[at] ?? 0);
    const part = Math.min(left, paid);
    rows.settledInterest[at] = (rows.settledInterest[at] ?? 0) - part;
    if (at > row) ledger.aheadInterest -= part;
    left -= part;
  }
  money.left += unearned;
  money.interest -= unearned;
}

/**
 * Everything owed is settled, by money or by being given up.
 * @param open what is owed of the interest of the current row and those after it
 * @param shownIn the row that shows the principal no row has asked
 */
function close(ledger: Ledger, money: Money, open: readonly number[], shownIn: number = ledger.row): Applied {
  const { row } = ledger;
  takeOverdueInterest(ledger, money);
  for (let at = ledger.oldest; at < row; at += 1) {
    takeInterest(ledger, money, at);
    takePrincipal(ledger, money, at);
  }
  for (const [step, interest] of open.entries()) {
    const taken = takeRowInterest(ledger, money, row + step, interest);
    if (step > 0) ledger.aheadInterest += taken;
  }
  takeInTerm(ledger, money, shownIn, Infinity);
  ledger.isClosed = true;
  money.excess = money.left;
  return money;
}

function settleFallen(ledger: Ledger, money: Money): void {
  const { due } = ledger.basis.plan;
  const { pastDue } = ledger.terms.allocation;
  let row = ledger.oldest;
  while (money.left > 0 && (due[row] ?? Infinity) < ledger.day) {
    settleRow(ledger, money, row, pastDue);
    row += 1;
  }
  while (ledger.oldest < ledger.row && isSettled(ledger, ledger.oldest)) ledger.oldest += 1;
}

function settleDueToday(ledger: Ledger, money: Money): void {
  const { due } = ledger.basis.plan;
  let row = ledger.row;
  while (due[row - 1] === ledger.day) row -= 1;
  for (; due[row] === ledger.day; row += 1) {
    settleRow(ledger, money, row, ledger.terms.allocation.due);
  }
}

function isSettled({ rows }: Ledger, row: number): boolean {
  return (
    rows.settledPrincipal[row] === rows.principal[row] && rows.settledInterest[row] === rows.interest[row]
  );
}

function settleRow(ledger: Ledger, money: Money, row: number, order: Order): void {
  if (order === 'IP') takeInterest(ledger, money, row);
  takePrincipal(ledger, money, row);
  takeInterest(ledger, money, row);
}

/** Interest on the actual balance: the current row by its rule, then principal of the rows beyond. */
function payEarly(ledger: Ledger, money: Money, accrued: number): void {
  const { row, terms } = ledger;
  const isWithin = terms.earlyPayment === 'within-instalment-amount';
  const payable = isWithin && row >= terms.grace.interestPayment ? accrued : 0;
  const isInterestFirst = terms.allocation.inAdvance === 'IP';
  // Before any of it is taken: what is settled and what is payable make up the same room.
  const room = roomNow(ledger, payable);
  if (isInterestFirst) takeRowInterest(ledger, money, row, payable);
  if (terms.allocation.beyond === 'last-before-current') payLast(ledger, money);
  takeInTerm(ledger, money, row, room);
  if (!isInterestFirst) takeRowInterest(ledger, money, row, payable);
  if (money.left === 0) return;
  payBeyond(ledger, money);
  if (money.left === 0) return;
  // With all principal paid, interest accrued to the day is all that is left to take.
  takeRowInterest(ledger, money, row, currentInterest(ledger));
}

/** Principal the current row takes on the present day beside the interest payable. */
function roomNow(ledger: Ledger, payable: number): number {
  const { row, rows, terms } = ledger;
  if (row === rows.count - 1) return Infinity;
  const interest = ledger.interestWithoutEarly();
  const principal = plannedPrincipal(ledger, interest);
  const settled = rows.settledPrincipal[row] ?? 0;
  if (terms.earlyPayment !== 'within-instalment-amount') return principal - settled;
  const asked = row >= terms.grace.interestPayment ? interest : 0;
  return principal + asked - settled - (rows.settledInterest[row] ?? 0) - payable;
}

function payBeyond(ledger: Ledger, money: Money): void {
  if (ledger.terms.allocation.beyond === 'next') payNext(ledger, money);
  else payLast(ledger, money);
  if (money.left === 0) return;
  takeInTerm(ledger, money, ledger.row, Infinity);
}

/** The rows in order; the last one takes whatever is left. */
function payNext(ledger: Ledger, money: Money): void {
  const { row, rows } = ledger;
  const last = rows.count - 1;
  for (let at = Math.max(ledger.ahead, row + 1); at <= last && money.left > 0; at += 1) {
    const room = mostOf(ledger, at) - (rows.settledPrincipal[at] ?? 0);
    takeInTerm(ledger, money, at, at === last ? Infinity : room);
    ledger.ahead = at;
  }
}

/** The rows from the end. What earlier rows took beyond their plan is no longer asked by the last ones. */
function payLast(ledger: Ledger, money: Money): void {
  const { row, rows } = ledger;
  let surplus = surplusOf(ledger);
  for (let at = rows.count - 1; at > row && money.left > 0; at -= 1) {
    const open = mostOf(ledger, at) - (rows.settledPrincipal[at] ?? 0);
    const spared = Math.min(Math.max(open, 0), surplus);
    surplus -= spared;
    takeInTerm(ledger, money, at, open - spared);
  }
}

/** The most principal a later row takes ahead. */
function mostOf({ rows, followsRates, level }: Ledger, row: number): number {
  return followsRates ? Math.max(level, 0) : (rows.planned[row] ?? 0);
}

/** By how much the current and later rows plan more principal than is left. */
export function surplusOf(ledger: Ledger): number {
  const { row, rows } = ledger;
  let surplus = ledger.pastPrincipal - ledger.outstanding;
  for (let at = row; at < rows.count; at += 1) {
    const open = (rows.planned[at] ?? 0) - (rows.settledPrincipal[at] ?? 0);
    surplus += at === row ? Math.max(open, 0) : open;
  }
  return Math.max(surplus, 0);
}

/** Interest by the schedule: rows ask the same whenever they are settled. */
function settleAhead(ledger: Ledger, money: Money, asked: Asked): void {
  const { row, rows, terms } = ledger;
  const { open } = openInterest(ledger, asked);
  const settle = (at: number): void => {
    const principal = (asked.principal[at] ?? 0) - (rows.settledPrincipal[at] ?? 0);
    const interest = open[at - row] ?? 0;
    const before = money.interest;
    if (terms.allocation.inAdvance === 'IP') takeRowInterest(ledger, money, at, interest);
    takeInTerm(ledger, money, at, principal);
    if (terms.allocation.inAdvance === 'PI') takeRowInterest(ledger, money, at, interest);
    if (at > row) ledger.aheadInterest += money.interest - before;
  };
  const { beyond } = terms.allocation;
  if (beyond !== 'last-before-current') settle(row);
  for (let step = 1; row + step < rows.count; step += 1) {
    settle(beyond === 'next' ? row + step : rows.count - step);
  }
  if (beyond === 'last-before-current') settle(row);
}

/** Compared and not computed: where the most is Infinity, amounts stay small whole numbers. */
function take(money: Money, most: number): number {
  const { left } = money;
  if (left === 0 || most <= 0) return 0;
  const taken = left < most ? left : most;
  money.left = left - taken;
  return taken;
}

function takeOverdueInterest(ledger: Ledger, money: Money): void {
  const taken = take(money, overdueInterest(ledger));
  ledger.overdueSettled += taken;
  money.overdueInterest += taken;
}

/** Interest of a row that has fallen due. */
function takeInterest(ledger: Ledger, money: Money, row: number): void {
  const { rows } = ledger;
  const owed = (rows.interest[row] ?? 0) - (rows.settledInterest[row] ?? 0);
  ledger.pastInterest -= takeRowInterest(ledger, money, row, owed);
}

function takeRowInterest(ledger: Ledger, money: Money, row: number, most: number): number {
  const { rows } = ledger;
  const taken = take(money, most);
  if (taken === 0) return 0;
  rows.settledInterest[row] = (rows.settledInterest[row] ?? 0) + taken;
  if (money.givenUp === 'waiver') rows.waivedInterest[row] = (rows.waivedInterest[row] ?? 0) + taken;
  if (money.givenUp === 'write-off') rows.lostInterest[row] = taken;
  money.interest += taken;
  return taken;
}

/** Principal of a row that has fallen due. */
function takePrincipal(ledger: Ledger, money: Money, row: number): void {
  const { rows } = ledger;
  const owed = (rows.principal[row] ?? 0) - (rows.settledPrincipal[row] ?? 0);
  ledger.pastPrincipal -= takeRowPrincipal(ledger, money, row, owed);
}

/** Principal that has not fallen due. */
function takeInTerm(ledger: Ledger, money: Money, row: number, most: number): void {
  const inTerm = ledger.outstanding - ledger.pastPrincipal;
  const taken = takeRowPrincipal(ledger, money, row, most < inTerm ? most : inTerm);
  if (taken > 0) ledger.accrual.payAhead(taken);
}

function takeRowPrincipal(ledger: Ledger, money: Money, row: number, most: number): number {
  const { rows } = ledger;
  const taken = take(money, most);
  if (taken === 0) return 0;
  rows.settledPrincipal[row] = (rows.settledPrincipal[row] ?? 0) + taken;
  if (money.givenUp === 'write-off') rows.lostPrincipal[row] = taken;
  ledger.outstanding -= taken;
  money.principal += taken;
  return taken;
}
