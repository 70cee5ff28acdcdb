/** Exact fractions, always reduced, the divisor positive. Slow on purpose: nothing here is clever enough to be wrong. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('a fraction over zero');
  const sign = bottom < 0n ? -1n : 1n;
  const shared = gcd(top, bottom * sign);
  return shared === 0n ? { n: 0n, d: 1n } : { n: (sign * top) / shared, d: (sign * bottom) / shared };
}

export const ZERO = fraction(0);
export const ONE = fraction(1);

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const isZero = (a: Fraction): boolean => a.n === 0n;

/** Reads a decimal ("6.6", "-1.25"). */
export function decimal(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.');
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

export type Rounding = 'half-up' | 'half-even';

/** To whole units: the half away from zero, or to the even neighbour. */
export function round(value: Fraction, rounding: Rounding): bigint {
  const negative = value.n < 0n;
  const magnitude = negative ? -value.n : value.n;
  const whole = magnitude / value.d;
  const twiceTheRest = 2n * (magnitude - whole * value.d);
  const up =
    twiceTheRest > value.d || (twiceTheRest === value.d && (rounding === 'half-up' || whole % 2n === 1n));
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/** To a whole multiple of `step`. */
export function roundTo(value: Fraction, step: bigint, rounding: Rounding): bigint {
  return round({ n: value.n, d: value.d * step }, rounding) * step;
}
