import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openLoanBook } from './adapters/loan-book.ts';
import { offerCapital } from './application/offer-capital.ts';

/** Loans served by one delivery: at 50 ms each, well within the function's time. */
const AT_ONCE = 100;

/** Loans that wait are served when money is free again. What is free is looked up, so that nothing need be remembered. */
export function queueReactions(table: Table): Reaction[] {
  return [
    onEvent(CapitalFreed, async ({ data }, act) => {
      const book = openLoanBook(table, { ...act, once: null });
      let leaf: Leaf | null = null;
      for (let served = 0; served < AT_ONCE; served += 1) {
        leaf = await untilWritten(() => offerCapital(book, data));
        if (leaf === null) return;
      }
      if (leaf?.queue) await openLoanBook(table, act).offerAgain(leaf);
    }),
  ];
}
