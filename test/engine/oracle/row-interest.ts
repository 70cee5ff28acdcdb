import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { add, fraction, multiply } from './fraction.ts';
import type { Life } from './life.ts';
import { toDong, unitInterest } from './money.ts';
import type { Row } from './money.ts';
import { byStretches } from './stretches.ts';
import type { Night } from './stretches.ts';
import { total } from './sum.ts';

/** Interest of nights in whole đồng: one rounding of them all, or one of each stretch. */

const isByStretch = ({ interestRounding }: LoanTerms): boolean => interestRounding === 'per-stretch';

/** Interest of the nights of a row that have passed. */
export function interestSoFar({ terms }: Life, row: Row): bigint {
  return isByStretch(terms) ? byStretches(terms, row.nights) : toDong(terms, total(row.interest));
}

/** The same as if nothing had been taken early. */
export function undisturbedInterest({ terms }: Life, row: Row): bigint {
  return isByStretch(terms)
    ? byStretches(terms, row.undisturbed)
    : toDong(terms, total(row.interest, row.saved));
}

/** Overdue interest of all nights that have passed. */
export function overdueSoFar({ terms, overdueInterest, overdueNights }: Life): bigint {
  if (!isByStretch(terms)) return toDong(terms, total(overdueInterest));
  return [...overdueNights.values()].reduce((sum, nights) => sum + byStretches(terms, nights), 0n);
}

/** Interest of all nights of a row on one balance. */
export function wholeInterest(life: Life, row: Row, base: bigint): bigint {
  return isByStretch(life.terms)
    ? byStretches(life.terms, nightsOf(life, row, row.from, base))
    : toDong(life.terms, multiply(unitInterest(life, row, row.from, row.due), fraction(base)));
}

/** The nights of a row from a day on, on one balance. */
function nightsOf(life: Life, row: Row, from: number, base: bigint): Night[] {
  return Array.from({ length: Math.max(row.due - from, 0) }, (_, night) => from + night)
    .filter((close) => life.bears(row, close))
    .map((close) => ({ close, base, rate: life.ratesOn(close).borrower, years: life.years(close) }));
}

/** The same with the nights to come of a row, from a day on, on one balance. */
export function undisturbedWith(life: Life, row: Row, from: number, base: bigint): bigint {
  const { terms } = life;
  if (isByStretch(terms)) return byStretches(terms, [...row.undisturbed, ...nightsOf(life, row, from, base)]);
  const unit = unitInterest(life, row, from, row.due);
  return toDong(terms, add(total(row.interest, row.saved), multiply(unit, fraction(base))));
}
