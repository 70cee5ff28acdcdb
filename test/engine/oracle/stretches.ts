import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { fraction, multiply, round } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** One night that bears interest, from the close of a day. */
export interface Night {
  readonly close: number;
  readonly base: bigint;
  readonly rate: Fraction;
  readonly years: Fraction;
}

const isSame = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d;

const goesOn = (before: Night, next: Night): boolean =>
  before.close + 1 === next.close &&
  before.base === next.base &&
  isSame(before.rate, next.rate) &&
  isSame(before.years, next.years);

/** Nights of one row in order: those on end that are alike are a stretch, and each stretch is rounded. */
export function byStretches(terms: LoanTerms, nights: readonly Night[]): bigint {
  let sum = 0n;
  let from = 0;
  for (let at = 1; at <= nights.length; at += 1) {
    const [before, next] = [nights[at - 1], nights[at]];
    if (before === undefined || (next !== undefined && goesOn(before, next))) continue;
    const whole = before.base * BigInt(at - from);
    sum += round(multiply(fraction(whole), multiply(before.rate, before.years)), terms.rounding);
    from = at;
  }
  return sum;
}
