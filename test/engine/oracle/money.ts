import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { add, fraction, multiply, round, roundTo, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { bearsInterest, nightRates } from './night-rates.ts';
import type { NightRates } from './night-rates.ts';
import type { NightYears } from './night-years.ts';
import type { RowDates } from './rows.ts';
import type { Night } from './stretches.ts';
import type { Sum } from './sum.ts';

/** A row and the money it has asked and taken so far. */
export interface Row extends RowDates {
  readonly interest: Sum;
  /** Interest its nights would have borne without the early money taken in it. */
  readonly saved: Sum;
  /** Its nights so far, and as they would be without the early money taken in it. */
  readonly nights: Night[];
  readonly undisturbed: Night[];
  /** Interest of rows before it that is asked here. */
  carried: bigint;
  /** The same by the schedule, whatever was settled of it before. */
  carriedWhole: bigint;
  /** What it asked when it fell due; null before. */
  asked: { principal: bigint; interest: bigint } | null;
  /** Principal the schedule asked, whatever was paid. */
  scheduled: bigint;
  /** Interest of its own nights, rounded once when it fell due. */
  figure: bigint;
  paidPrincipal: bigint;
  paidInterest: bigint;
  waived: bigint;
  /** Principal it is meant to ask; level instalments leave it open until it falls due. */
  planned: bigint;
}

export interface Contract {
  readonly terms: LoanTerms;
  readonly facts: readonly Fact[];
  readonly years: NightYears;
  readonly rows: readonly Row[];
  /** The day that is lived: facts of later days are not known on it, so that money is split by what was true then. */
  readonly clock: { today: number };
  readonly ratesOn: (close: number) => NightRates;
  readonly bears: (row: Row | null, close: number) => boolean;
}

export const min = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));

export const max = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a > b ? a : b));

export function contractOf(
  terms: LoanTerms,
  facts: readonly Fact[],
  years: NightYears,
  dates: readonly RowDates[],
): Contract {
  const clock = { today: 0 };
  let known = { day: Number.NaN, facts, changes: facts };
  const knownToday = (): typeof known => {
    if (known.day !== clock.today) {
      const sofar = facts.filter(({ on }) => on === undefined || on <= clock.today);
      known = { day: clock.today, facts: sofar, changes: sofar.filter(({ type }) => type === 'rate-change') };
    }
    return known;
  };
  const remembered = new Map<number, NightRates>();
  return {
    terms,
    facts,
    years,
    clock,
    rows: dates.map((row) => ({
      ...row,
      interest: new Map(),
      saved: new Map(),
      nights: [],
      undisturbed: [],
      carried: 0n,
      carriedWhole: 0n,
      asked: null,
      scheduled: 0n,
      figure: 0n,
      paidPrincipal: 0n,
      paidInterest: 0n,
      waived: 0n,
      planned: 0n,
    })),
    ratesOn: (close) => {
      const { changes } = knownToday();
      const name = close * 64 + changes.length;
      const rates = remembered.get(name) ?? nightRates(terms, changes, close);
      remembered.set(name, rates);
      return rates;
    },
    bears: (row, close) =>
      bearsInterest(knownToday().facts, close) && (row === null || row.n > terms.grace.interestFree),
  };
}

/** What one đồng earns in the nights from → to of a row. */
export function unitInterest(contract: Contract, row: Row, from: number, to: number): Fraction {
  let unit = ZERO;
  for (let close = from; close < to; close += 1) {
    if (contract.bears(row, close)) {
      unit = add(unit, multiply(contract.ratesOn(close).borrower, contract.years(close)));
    }
  }
  return unit;
}

/** Does the row ask principal of its own, i.e. not only instalments in grace? */
export function countOf(terms: LoanTerms, row: RowDates): number {
  return row.instalments.filter((number) => number > terms.grace.principal).length;
}

export function isLastOfPrincipal(contract: Contract, row: Row): boolean {
  return !contract.rows.some((other) => other.n > row.n && countOf(contract.terms, other) > 0);
}

export function equalShare(terms: LoanTerms, balance: bigint, count: number): bigint {
  return roundTo(fraction(balance, count), BigInt(terms.principalMultiple), terms.rounding);
}

/**
 * What one đồng earns in the nights from → to of a row by the rates in force up to `known`, for the level
 * payment: pauses and freezes spare interest, they do not slow the repayment.
 */
export function levelUnit(contract: Contract, row: Row, known: number, from = row.from): Fraction {
  let unit = ZERO;
  if (row.n <= contract.terms.grace.interestFree) return unit;
  for (let close = from; close < row.due; close += 1) {
    unit = add(unit, multiply(contract.ratesOn(Math.min(close, known)).borrower, contract.years(close)));
  }
  return unit;
}

/** The level payment of a balance over rows, by the rates in force up to `known`. */
export function levelOf(contract: Contract, rows: readonly Row[], balance: bigint, known: number): bigint {
  const { terms } = contract;
  // Σ of factors = f₁ (1 + f₂ (1 + f₃ …)), built from the end; reducing such long fractions would take seconds.
  let [n, d] = [0n, 1n];
  for (const row of rows.toReversed()) {
    const unit = levelUnit(contract, row, known);
    [n, d] = [unit.d * (d + n), (unit.d + unit.n) * d];
  }
  const level = { n: balance * d, d: n };
  return roundTo(level, BigInt(terms.instalmentMultiple), terms.rounding);
}

export const toDong = (terms: LoanTerms, value: Fraction): bigint => round(value, terms.rounding);
