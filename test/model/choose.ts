/** A share of an amount in đồng, half up. */
export function percentOf(amount: bigint, share: bigint): bigint {
  return (amount * share + 50n) / 100n;
}

/** One of those that are there, by any number. */
export function pick<T>(from: readonly T[], index: number): T {
  const found = from[index % from.length];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

/** Another order for each number, the same for the same. */
export function shuffled<T>(items: readonly T[], order: number): T[] {
  return items
    .map((item, index) => ({ item, at: ((index + 1) * 7919 * (order + 1)) % 1009 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
