import { add, fraction, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** A sum of fractions kept by divisor, so that thousands of nights add up without reducing each time. */
export type Sum = Map<bigint, bigint>;

export function put(sum: Sum, amount: bigint, ...factors: readonly Fraction[]): void {
  const n = factors.reduce((product, factor) => product * factor.n, amount);
  const d = factors.reduce((product, factor) => product * factor.d, 1n);
  sum.set(d, (sum.get(d) ?? 0n) + n);
}

export function total(...sums: readonly Sum[]): Fraction {
  return sums
    .flatMap((sum) => [...sum])
    .reduce<Fraction>((whole, [d, n]) => add(whole, fraction(n, d)), ZERO);
}
