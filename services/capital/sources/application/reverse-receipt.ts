import { findEntryToReverse, reversalChange } from '#capital/ledger/application/reverse-entry.ts';
import type { CapitalBook } from '#capital/reservations/application/capital-book-port.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import { CapitalReceiptReversed, CapitalReceived } from '#shared/contracts/capital/sources/events.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseReceipt as decide } from '../domain/receipt.ts';

/**
 * Reverses a receipt of capital, by another person than recorded it:
 * 1. the caller’s area is the province; read the source, the receipt, and whether it is reversed already;
 * 2. decide: the source still holds that much unallocated;
 * 3. post entrusted-capital against cash-unallocated; the receipt stays as it is.
 *
 * Throws `area-not-allowed`, `maker-may-not-reverse` (403), `not-found` (404), `version-stale`, `entry-already-reversed` (409),
 * `effective-day-in-future` and what the decision refuses (422).
 */
export async function reverseReceipt(
  book: CapitalBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof CAPITAL_ROUTES.reverseReceipt>,
): Promise<Accepted> {
  const found = await findEntryToReverse(book, caller, sourceId, input, CapitalReceived.type);
  const posted = decide(found.before, found.entry, found.reversing);
  return book.keep(
    reversalChange(found, posted, (subject, data) =>
      draftEvent({ event: CapitalReceiptReversed, ...subject, data }),
    ),
  );
}
