import {
  OpeningBalancesApproved,
  OpeningReversalApproved,
} from '#shared/contracts/capital/opening/events.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openOpeningBook } from './adapters/opening-book.ts';
import { takeInNext } from './application/decide-opening.ts';
import { takeBackNext } from './application/reverse-opening.ts';

/**
 * What follows when opening balances or their reversal are approved: their lines, some at a time. How far they are is kept with the
 * balances, not with the event, because one event takes many transactions.
 */
export function openingReactions(table: Table): Reaction[] {
  return [
    onEvent(OpeningBalancesApproved, async ({ data }, act) => {
      const book = openOpeningBook(table, { ...act, once: null });
      while (await untilWritten(() => takeInNext(book, data)));
    }),
    onEvent(OpeningReversalApproved, async ({ data }, act) => {
      const book = openOpeningBook(table, { ...act, once: null });
      while (await untilWritten(() => takeBackNext(book, data)));
      // What could not be taken back to the end is put back, by the same steps that took it in.
      while (await untilWritten(() => takeInNext(book, data)));
    }),
  ];
}
