import type { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { TotalsBook } from './ports.ts';

export type MoneyEvent = EventOf<(typeof MONEY_EVENTS)[number]>;

/**
 * Adds a money event to the totals of its source:
 * 1. the event becomes a line of the journal, which counts it once;
 * 2. what its postings change is added to the balances of its source and leaf, in any order.
 */
export function projectTotals(book: TotalsBook, event: MoneyEvent): Promise<void> {
  const { type, subject, aggregateVersion, effectiveOn, recordedAt, data } = event;
  const { programmeId, communeId, loanId } = { programmeId: null, communeId: null, loanId: null, ...data };
  return book.add({
    line: { sourceId: data.sourceId, programmeId, communeId, loanId, postings: data.postings },
    type,
    subject,
    aggregateVersion,
    effectiveOn,
    recordedAt,
  });
}
