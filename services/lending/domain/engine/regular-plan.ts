import { civilOf, monthLength, plusMonths } from './day-number.ts';
import type { DayNumber } from './day-number.ts';
import { gcd, shareOf } from './exact.ts';
import type { Step } from './every.ts';
import type { PlanRow } from './plan-row.ts';
import type { RateSteps } from './rates.ts';
import type { LoanTerms, Rounding } from './terms.ts';

/**
 * The plain case, which is nearly every loan: one tranche, one rate, actual days, equal principal, no grace and
 * no fixed transaction day. It is the general calculation with everything left out that such a loan does not
 * have, so that a province's schedules take seconds; the two are held equal by a test.
 */
export interface RegularTerms {
  readonly count: number;
  /** Rows between two principal instalments. */
  readonly rowsPerInstalment: number;
  /** Months between two rows. */
  readonly months: number;
  readonly firstDue: DayNumber | null;
  /** Interest of one night on one đồng. */
  readonly numerator: number;
  readonly divisor: number;
  readonly multiple: number;
  readonly rounding: Rounding;
}

/** Null when the terms have anything the plain case leaves out. */
export function regularTerms(
  terms: LoanTerms,
  rates: RateSteps,
  step: Step,
  rowsPerInstalment: number,
): RegularTerms | null {
  const { dayCount, grace, instalments, firstDue, principalMultiple, rounding } = terms;
  const isRegular =
    terms.amortisation === 'equal-principal' &&
    terms.interestMethod === 'declining-balance' &&
    (dayCount === 'actual/365' || dayCount === 'actual/360') &&
    rates.days.length === 1 &&
    step.unit === 'month' &&
    terms.transactionDays.length === 0 &&
    grace.principal + grace.interestPayment + grace.interestFree === 0;
  if (!isRegular) return null;
  const rate = rates.rates[0] ?? 0;
  const whole = (dayCount === 'actual/365' ? 365 : 360) * 100 * rates.denominator;
  const common = gcd(whole, rate);
  return {
    count: instalments * rowsPerInstalment,
    rowsPerInstalment,
    months: step.count,
    firstDue,
    numerator: rate / common,
    divisor: whole / common,
    multiple: principalMultiple,
    rounding,
  };
}

/** Null when a product might not be a safe integer. */
export function regularPlan(terms: RegularTerms, start: DayNumber, amount: number): PlanRow[] | null {
  const { count, rowsPerInstalment, months, numerator, divisor, rounding } = terms;
  const first = terms.firstDue ?? plusMonths(start, months);
  const longest = Math.max(first - start, months * 31);
  if (first <= start || amount * numerator * longest > Number.MAX_SAFE_INTEGER) return null;
  const share = shareOf(amount, count / rowsPerInstalment, terms.multiple, rounding);
  const { year: firstYear, month: firstMonth, dayOfMonth: dueDay } = civilOf(first);
  const dayOfMonth = terms.firstDue === null ? civilOf(start).dayOfMonth : dueDay;
  let year = firstYear;
  let month = firstMonth;
  let monthStart = first - dueDay;
  let length = monthLength(year, month);
  let before = start;
  let balance = amount;
  let untilPrincipal = rowsPerInstalment;
  const rows: PlanRow[] = [];
  for (let n = 1; n <= count; n += 1) {
    const due = monthStart + (dayOfMonth < length ? dayOfMonth : length);
    const days = due - before;
    const product = balance * numerator * days;
    let interest = Math.floor(product / divisor);
    const twice = 2 * (product - interest * divisor);
    if (twice > divisor || (twice === divisor && (rounding === 'half-up' || interest % 2 === 1)))
      interest += 1;
    let principal = 0;
    untilPrincipal -= 1;
    if (untilPrincipal === 0) {
      untilPrincipal = rowsPerInstalment;
      principal = n === count || share > balance ? balance : share;
      balance -= principal;
    }
    rows.push({ n, due, days, principal, interest, balanceAfter: balance });
    before = due;
    for (let step = 0; step < months; step += 1) {
      monthStart += length;
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
      length = monthLength(year, month);
    }
  }
  return rows;
}
