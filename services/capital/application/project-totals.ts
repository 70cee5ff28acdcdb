import type { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { TotalsBook } from './ports.ts';

export type MoneyEvent = EventOf<(typeof MONEY_EVENTS)[number]>;

/**
 * Adds a money event to the totals of its source:
 * 1. the event's postings become changes of accounts;
 * 2. they are added to the totals of its effective day and month, once per event and in any order.
 */
export function projectTotals(book: TotalsBook, event: MoneyEvent): Promise<void> {
  const postings = event.data.postings.map((posting) => ({ ...posting, amount: parseVnd(posting.amount) }));
  return book.add(event.data.sourceId, event.effectiveOn, postings);
}
