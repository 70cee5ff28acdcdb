import { roundedRatio, shareOf, signedShareOf } from '../interest/exact.ts';
import type { LoanTerms, Rounding } from '../terms/terms.ts';

/** Interest of one row on a constant balance: balance × numerator / denominator. */
export interface RowFactor {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The level amount that repays a balance over rows: balance ÷ Σ of discount factors, rounded to the multiple.
 * Doubles answer unless the result lies so near a rounding boundary that their error could matter; then whole
 * fractions do.
 */
export function levelAmount(
  balance: number,
  rows: readonly RowFactor[],
  multiple: number,
  rounding: Rounding,
): number {
  let sum = 0;
  let discount = 1;
  for (const { numerator, denominator } of rows) {
    discount /= 1 + numerator / denominator;
    sum += discount;
  }
  const units = balance / sum / multiple;
  const toBoundary = Math.abs(units - Math.floor(units) - 0.5);
  // Each step adds an error below 2⁻⁵²; 10⁻¹² of the amount is far more than a thousand of them.
  if (toBoundary > units * 1e-12) return Math.round(units) * multiple;
  return exactLevel(balance, rows, multiple, rounding);
}

function exactLevel(
  balance: number,
  rows: readonly RowFactor[],
  multiple: number,
  rounding: Rounding,
): number {
  // Σ Π d/(d+n) over one denominator, built from the last row backwards: s ← d × (1 + s) / (d + n).
  let [top, bottom] = [0n, 1n];
  for (const { numerator, denominator } of rows.toReversed()) {
    top = BigInt(denominator) * (bottom + top);
    bottom = BigInt(denominator + numerator) * bottom;
  }
  return roundedRatio(BigInt(balance) * bottom, top * BigInt(multiple), rounding) * multiple;
}

/**
 * Tries level + difference ÷ count while the last row differs from the level by more than half as many đồng
 * as there are rows and the difference shrinks, at most three times.
 */
export function smoothed(
  level: number,
  count: number,
  { instalmentMultiple, rounding }: LoanTerms,
  lastRowAt: (level: number) => number,
): number {
  let kept = level;
  let difference = lastRowAt(level) - level;
  for (let attempt = 0; attempt < 3 && Math.abs(difference) * 2 > count; attempt += 1) {
    const next = kept + signedShareOf(difference, count, instalmentMultiple, rounding);
    const after = lastRowAt(next) - next;
    if (Math.abs(after) >= Math.abs(difference)) break;
    kept = next;
    difference = after;
  }
  return kept;
}

/** Principal in equal shares; what rounding leaves falls on the last. */
export function equalShare(principal: number, count: number, terms: LoanTerms): number {
  return count === 0 ? 0 : shareOf(principal, count, terms.principalMultiple, terms.rounding);
}
