import { CapitalReceiptReversed, CapitalReceived } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseReceipt as decide } from '../domain/receipt.ts';
import type { FundsBook } from './ports.ts';
import { findEntryToReverse, reversalChange } from './reverse-entry.ts';

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
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.reverseReceipt>,
): Promise<Accepted> {
  const found = await findEntryToReverse(book, caller, sourceId, input, CapitalReceived.type);
  const posted = decide(found.before, found.entry, found.reversing);
  return book.keep(
    reversalChange(found, posted, (subject, data) =>
      draftEvent({ event: CapitalReceiptReversed, ...subject, data }),
    ),
  );
}
