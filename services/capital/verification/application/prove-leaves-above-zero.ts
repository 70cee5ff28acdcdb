import type { Ground, Proof } from './proof.ts';

/**
 * No entry takes an account of a leaf below zero. A source’s own receipts and the allocations out of them are in
 * different chains: only a leaf is whole alone.
 */
export function proveLeavesAboveZero({ find }: Ground): Proof {
  return {
    take: ({ chain, entry, reckoned: { book, sums } }) => {
      if (book.leaf === null) return;
      const below = [...sums].find(([, balance]) => balance < 0n);
      if (below) find('balance-below-zero', chain, entry.seq, `${below[0]} falls to ${below[1]} đồng`);
    },
  };
}
