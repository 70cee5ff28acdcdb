/**
 * Whole đồng. The đồng has no subunit, so a bigint is exact; on the wire it is a decimal string and in
 * tables a DynamoDB number.
 */
export type Vnd = bigint & { readonly __brand: 'Vnd' };

export const ZERO_VND = 0n as Vnd;

export function vnd(amount: bigint | number): Vnd {
  return BigInt(amount) as Vnd;
}

/** Reads a wire amount: a decimal string of whole đồng, optionally negative. Throws SyntaxError on anything else. */
export function parseVnd(text: string): Vnd {
  if (!/^-?(0|[1-9]\d*)$/.test(text)) throw new SyntaxError(`not a whole amount of đồng: ${text}`);
  return BigInt(text) as Vnd;
}

export function sumVnd(amounts: Iterable<bigint>): Vnd {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Vnd;
}

/**
 * Divides and rounds half up (away from zero on the half): the one rounding the platform uses for đồng.
 * The divisor must be positive.
 */
export function divideHalfUp(numerator: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('the divisor must be positive');
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return negative ? -rounded : rounded;
}
