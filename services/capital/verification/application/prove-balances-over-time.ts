import { chainName } from '#capital/ledger/domain/book.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';
import { addPostings, differenceOf, everyAccount, heldBy, wordsOf } from '../domain/ledger-check.ts';
import type { Sums } from '../domain/ledger-check.ts';
import type { Ground, Proof } from './proof.ts';

/** Balances over time, of the source as a whole and of each leaf, know every entry recorded before today. */
export function proveBalancesOverTime({ ledger, sourceId, today, books, find }: Ground): Proof {
  const whole: Sums = new Map();
  const ofChains = new Map<string, Sums>();

  const compare = async (book: BookId, before: Sums): Promise<void> => {
    const kept: Sums = new Map();
    for (const { turnover } of await ledger.movedBefore(book, today)) {
      for (const [account, change] of Object.entries(turnover)) {
        kept.set(account, (kept.get(account) ?? 0n) + (change ?? 0n));
      }
    }
    const differs = differenceOf(before, kept);
    if (differs) find('balance-over-time-differs', chainName(book), null, wordsOf(differs));
  };

  return {
    take: ({ chain, recordedOn, postings, reckoned: { book } }) => {
      if (recordedOn >= today) return;
      addPostings(whole, postings, everyAccount);
      const sums = ofChains.get(chain) ?? new Map<string, bigint>();
      ofChains.set(chain, sums);
      addPostings(sums, postings, heldBy(book));
    },
    end: async () => {
      await compare({ sourceId, leaf: null }, whole);
      for (const [chain, { book }] of books) {
        if (book.leaf !== null) await compare(book, ofChains.get(chain) ?? new Map<string, bigint>());
      }
    },
  };
}
