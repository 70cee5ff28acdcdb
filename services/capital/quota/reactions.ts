import { QuotaDecisionApproved } from '#shared/contracts/capital/quota/events.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openQuotaBook } from './adapters/decision-book.ts';
import { applyNext } from './application/apply-quota-decision.ts';

/**
 * What follows when a decision is approved: its rows, some at a time. How far they are is kept with the decision,
 * not with the event, because one event takes many transactions.
 */
export function decisionReactions(table: Table): Reaction[] {
  return [
    onEvent(QuotaDecisionApproved, async ({ data }, act) => {
      if (data.isApplied) return;
      const book = openQuotaBook(table, { ...act, once: null });
      while (await untilWritten(() => applyNext(book, data)));
    }),
  ];
}
