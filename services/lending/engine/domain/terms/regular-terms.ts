import type { DayNumber } from '#shared/domain/civil-day.ts';
import { gcd } from '../interest/exact.ts';
import type { RateSteps } from '../interest/rates.ts';
import type { Step } from './every.ts';
import type { LoanTerms } from './terms.ts';

/**
 * The plain case, which is nearly every loan: one tranche, one rate, actual days, equal principal, half up, no
 * grace and no fixed transaction day. It is the general calculation with everything left out that such a loan does not
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
}

/** Null when the terms have anything the plain case leaves out. */
export function regularTerms(
  terms: LoanTerms,
  rates: RateSteps,
  step: Step,
  rowsPerInstalment: number,
): RegularTerms | null {
  const { dayCount, grace, instalments, firstDue, principalMultiple } = terms;
  const isRegular =
    terms.amortisation === 'equal-principal' &&
    terms.rounding === 'half-up' &&
    terms.interestMethod === 'declining-balance' &&
    (dayCount === 'actual/365' || dayCount === 'actual/360') &&
    rates.days.length === 1 &&
    step.unit === 'month' &&
    terms.transactionDays.length === 0 &&
    terms.monthEnd !== 'rolls' &&
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
  };
}
