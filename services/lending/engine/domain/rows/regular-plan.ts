import { civilOf, monthLength } from '#shared/domain/civil-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { GREATEST_DIVISOR, halfUp } from '../interest/exact.ts';
import type { RegularTerms } from '../terms/regular-terms.ts';
import type { PlanRow } from './plan-row.ts';

/** Null when a product or a divisor might be too great to be rounded in safe integers. */
export function regularPlan(terms: RegularTerms, start: DayNumber, amount: number): PlanRow[] | null {
  const { count, rowsPerInstalment, months, numerator, divisor } = terms;
  const from = civilOf(start);
  let { year, month, dayOfMonth } = from;
  let monthStart = start - dayOfMonth;
  if (terms.firstDue !== null) {
    if (terms.firstDue <= start) return null;
    ({ year, month, dayOfMonth } = civilOf(terms.firstDue));
    monthStart = terms.firstDue - dayOfMonth;
  }
  let length = monthLength(year, month);
  let isFirst = terms.firstDue !== null;
  const longest = Math.max((terms.firstDue ?? start) - start, months * 31);
  const { multiple } = terms;
  const shares = count * multiple;
  const product = amount * Math.max(numerator * longest, rowsPerInstalment);
  if (Math.max(product, divisor, shares) > GREATEST_DIVISOR) return null;
  const share = halfUp(amount * rowsPerInstalment, shares) * multiple;
  let before = start;
  let balance = amount;
  let untilPrincipal = rowsPerInstalment;
  const last = count - 1;
  const rows = new Array<PlanRow>(count);
  for (let row = 0; row < count; row += 1) {
    for (let step = isFirst ? months : 0; step < months; step += 1) {
      monthStart += length;
      if (month === 12) {
        month = 0;
        year += 1;
      }
      month += 1;
      length = monthLength(year, month);
    }
    isFirst = false;
    const due = monthStart + Math.min(dayOfMonth, length);
    const days = due - before;
    const interest = halfUp(balance * numerator * days, divisor);
    let principal = 0;
    untilPrincipal -= 1;
    if (untilPrincipal === 0) {
      untilPrincipal = rowsPerInstalment;
      principal = row === last ? balance : Math.min(share, balance);
      balance -= principal;
    }
    rows[row] = { n: row + 1, due, days, principal, interest, balanceAfter: balance };
    before = due;
  }
  return rows;
}
