import type { BookHead } from '#capital/ledger/application/ledger-ports.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { differenceOf, wordsOf } from '../domain/ledger-check.ts';
import type { Ground, Proof, ReckonedBook } from './proof.ts';

/** The head of each book names its newest entry, and that of a leaf keeps the balances its entries give. */
export function proveHeads({ heads, books, today, find }: Ground): Proof {
  const compared = new Set<string>();

  const compare = (chain: string, head: BookHead, reckoned: ReckonedBook): void => {
    compared.add(chain);
    if (head.hash !== reckoned.hash) {
      find('head-differs', chain, head.seq, 'the head names another entry as the newest');
    }
    if (head.book.leaf === null) return;
    const differs = differenceOf(reckoned.sums, new Map(Object.entries(head.balances)));
    if (differs) find('balance-differs', chain, head.seq, wordsOf(differs));
  };

  return {
    // What was recorded after the head was read comes behind the entry the head names.
    take: ({ chain, entry, reckoned }) => {
      const head = heads.get(chain);
      if (head?.seq === entry.seq) compare(chain, head, reckoned);
    },
    end: () => {
      for (const [chain, head] of heads) {
        const newest = books.get(chain)?.seq ?? 0;
        if (head.seq > newest) {
          const detail = `the head counts ${head.seq} entries, ${newest} are there`;
          find('tail-missing', chain, newest + 1, detail);
        } else if (books.has(chain) && !compared.has(chain)) {
          find('head-differs', chain, head.seq, 'the head is behind its entries');
        }
      }
      for (const [chain, { seq, at }] of books) {
        if (!heads.has(chain) && businessDayOf(Date.parse(at)) < today) {
          find('head-missing', chain, seq, 'the entries have no head');
        }
      }
    },
  };
}
