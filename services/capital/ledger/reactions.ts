import { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openTotalsBook } from './adapters/totals-book.ts';
import { projectTotals } from './application/project-totals.ts';

/** The ledger's own money events, added up by source. */
export function totalsReactions(table: Table): Reaction[] {
  return MONEY_EVENTS.map((type) =>
    onEvent(type, (event, act) => projectTotals(openTotalsBook(table, act), event)),
  );
}
