import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { add, fraction, multiply } from './fraction.ts';
import { toDong, unitInterest } from './money.ts';
import type { Contract, Row } from './money.ts';
import { byStretches } from './stretches.ts';
import type { Night } from './stretches.ts';
import { total } from './sum.ts';
import type { Sum } from './sum.ts';

/** What overdue principal bore so far. */
export interface Overdue {
  readonly overdueInterest: Sum;
  /** Its nights, apart for each row and for the time after the last. */
  readonly overdueNights: Map<number | null, Night[]>;
}

/** Interest of nights in whole đồng: one rounding of them all, or one of each stretch. */

const isByStretch = ({ interestRounding }: LoanTerms): boolean => interestRounding === 'per-stretch';

/** Interest of the nights of a row that have passed. */
export function interestSoFar({ terms }: Contract, row: Row): bigint {
  return isByStretch(terms) ? byStretches(terms, row.nights) : toDong(terms, total(row.interest));
}

/** The same as if nothing had been taken early. */
export function undisturbedInterest({ terms }: Contract, row: Row): bigint {
  return isByStretch(terms)
    ? byStretches(terms, row.undisturbed)
    : toDong(terms, total(row.interest, row.saved));
}

/** Overdue interest of all nights that have passed. */
export function overdueSoFar({
  terms,
  overdueInterest,
  overdueNights,
}: Overdue & Pick<Contract, 'terms'>): bigint {
  if (!isByStretch(terms)) return toDong(terms, total(overdueInterest));
  return [...overdueNights.values()].reduce((sum, nights) => sum + byStretches(terms, nights), 0n);
}

/** Interest of all nights of a row on one balance. */
export function wholeInterest(contract: Contract, row: Row, base: bigint): bigint {
  return isByStretch(contract.terms)
    ? byStretches(contract.terms, nightsOf(contract, row, row.from, base))
    : toDong(contract.terms, multiply(unitInterest(contract, row, row.from, row.due), fraction(base)));
}

/** The nights of a row from a day on, on one balance. */
function nightsOf(contract: Contract, row: Row, from: number, base: bigint): Night[] {
  return Array.from({ length: Math.max(row.due - from, 0) }, (_, night) => from + night)
    .filter((close) => contract.bears(row, close))
    .map((close) => ({ close, base, rate: contract.ratesOn(close).borrower, years: contract.years(close) }));
}

/** The same with the nights to come of a row, from a day on, on one balance. */
export function undisturbedWith(contract: Contract, row: Row, from: number, base: bigint): bigint {
  const { terms } = contract;
  if (isByStretch(terms))
    return byStretches(terms, [...row.undisturbed, ...nightsOf(contract, row, from, base)]);
  const unit = unitInterest(contract, row, from, row.due);
  return toDong(terms, add(total(row.interest, row.saved), multiply(unit, fraction(base))));
}
