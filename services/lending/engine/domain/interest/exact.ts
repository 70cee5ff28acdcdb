import type { Rounding } from '../terms/terms.ts';

/**
 * Exact arithmetic on safe integers. Products that might not fit are formed in bigint: one formula on two
 * paths, proven equal.
 */

/**
 * An exact amount of đồng, whole + part / divisor; the divisor is kept beside. The part may hold whole đồng too
 * until it is brought down below the divisor: adding is then one product.
 */
export interface Exact {
  whole: number;
  part: number;
}

/** The greatest divisor: twice as much and as much again must stay a safe integer. */
export const GREATEST_DIVISOR = 2 ** 51;

/** Adds a × b / divisor to a sum. a and b are not negative. */
export function addProduct(sum: Exact, a: number, b: number, divisor: number): void {
  const part = sum.part + a * b;
  if (part <= Number.MAX_SAFE_INTEGER) sum.part = part;
  else addGreatProduct(sum, a, b, divisor);
}

function addGreatProduct(sum: Exact, a: number, b: number, divisor: number): void {
  const exact = BigInt(a) * BigInt(b) + BigInt(sum.part);
  sum.whole += Number(exact / BigInt(divisor));
  sum.part = Number(exact % BigInt(divisor));
}

/** Brings the part of a sum down below the divisor. */
export function bringDown(sum: Exact, divisor: number): void {
  if (sum.part < divisor) return;
  const whole = Math.floor(sum.part / divisor);
  sum.whole += whole;
  sum.part -= whole * divisor;
}

/**
 * A quotient half up; neither number is greater than the greatest divisor. The quotient of safe integers has the
 * floor of their fraction, and a floor costs less than `Math.round` or a branch.
 */
export function halfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** The sum to the nearest đồng; it may be brought down. */
export function rounded(sum: Exact, divisor: number, rounding: Rounding): number {
  if (rounding === 'half-up' && sum.part <= GREATEST_DIVISOR) return sum.whole + halfUp(sum.part, divisor);
  bringDown(sum, divisor);
  const twice = sum.part * 2;
  if (twice < divisor) return sum.whole;
  if (twice > divisor || rounding === 'half-up') return sum.whole + 1;
  return sum.whole + (sum.whole % 2);
}

/** Two sums over different divisors together to the nearest đồng. */
export function roundedSum(
  a: Exact,
  divisorOfA: number,
  b: Exact,
  divisorOfB: number,
  rounding: Rounding,
): number {
  const divisor = BigInt(divisorOfA) * BigInt(divisorOfB);
  const parts = BigInt(a.part) * BigInt(divisorOfB) + BigInt(b.part) * BigInt(divisorOfA);
  return roundedRatio(BigInt(a.whole + b.whole) * divisor + parts, divisor, rounding);
}

/** A quotient to the nearest đồng. The dividend is not negative. */
export function roundedRatio(dividend: bigint, divisor: bigint, rounding: Rounding): number {
  const whole = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  const isUp = twice > divisor || (twice === divisor && (rounding === 'half-up' || whole % 2n === 1n));
  return Number(isUp ? whole + 1n : whole);
}

/** An amount ÷ a count to the nearest multiple. The amount is not negative. */
export function shareOf(amount: number, count: number, multiple: number, rounding: Rounding): number {
  const divisor = count * multiple;
  const whole = Math.floor(amount / divisor);
  return rounded({ whole, part: amount - whole * divisor }, divisor, rounding) * multiple;
}

/** An amount that may be negative ÷ a count, as `shareOf`. */
export function signedShareOf(amount: number, count: number, multiple: number, rounding: Rounding): number {
  return Math.sign(amount) * shareOf(Math.abs(amount), count, multiple, rounding);
}

export function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

export function gcdBig(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
