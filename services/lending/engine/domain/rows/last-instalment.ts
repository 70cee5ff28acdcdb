import { addProduct, rounded } from '../interest/exact.ts';
import type { Exact } from '../interest/exact.ts';
import type { LoanTerms, Rounding } from '../terms/terms.ts';
import { askedOf } from './asking.ts';
import type { RowFactor } from './level.ts';
import type { Rows } from './rows.ts';

/** Where a loan of level instalments stands when its level is measured. */
export interface LevelLoan {
  readonly terms: LoanTerms;
  readonly rows: Rows;
  readonly row: number;
  /** Interest of earlier rows that is asked with the current one. */
  readonly carry: number;
}

/** The current row and those after it, before any of them asks. */
export interface Outlook {
  /** Principal in term, without what was paid ahead. */
  readonly left: number;
  /** Interest of the current row's nights as they will be, and as they would be without early money. */
  readonly earned: number;
  readonly unaffected: number;
  readonly factors: readonly RowFactor[];
}

/** What the last row would ask, principal and interest, at a level amount when every row is paid in time. */
export function lastInstalment(loan: LevelLoan, outlook: Outlook, level: number): number {
  const { terms, rows, row: current } = loan;
  let { left } = outlook;
  let { carry } = loan;
  let last = 0;
  for (const [index, factor] of outlook.factors.entries()) {
    const row = current + index;
    const own = index === 0 ? outlook.earned : earnedBy(left, factor, terms.rounding);
    const unaffected = (index === 0 ? outlook.unaffected : own) + carry;
    const settledPrincipal = rows.settledPrincipal[row] ?? 0;
    const { principal, interest } = askedOf(terms, {
      isLast: row === rows.count - 1,
      isDeferred: false,
      isLevel: true,
      planned: Math.max(level - unaffected, 0),
      earned: own + carry,
      unaffected,
      settledPrincipal,
      settledInterest: rows.settledInterest[row] ?? 0,
      left: left + settledPrincipal,
    });
    carry = own + carry - interest;
    left -= principal - settledPrincipal;
    last = principal + interest;
  }
  return last;
}

/** Rows that still ask something at a level: those paid ahead up to it do not move with it. */
export function openRows({ rows, row }: LevelLoan, level: number): number {
  let count = 0;
  for (let at = row; at < rows.count; at += 1) {
    const settled = (rows.settledPrincipal[at] ?? 0) + (rows.settledInterest[at] ?? 0);
    if (settled < level || at === rows.count - 1) count += 1;
  }
  return count;
}

function earnedBy(balance: number, { numerator, denominator }: RowFactor, rounding: Rounding): number {
  const sum: Exact = { whole: 0, part: 0 };
  addProduct(sum, balance, numerator, denominator);
  return rounded(sum, denominator, rounding);
}
