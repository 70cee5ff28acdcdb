import { CapitalReceiptReversed } from '#shared/contracts/capital/events.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseReceipt as decide } from '../domain/reversal.ts';
import type { Accepted, CapitalBook } from './ports.ts';
import { effectiveDay, existing, expectVersion } from './preconditions.ts';
import { postingsToWire } from './wire.ts';

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
  assertReachProvince(caller);
  const { entryOn, entryVersion, reason } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const named = { of: { source: sourceId }, entryOn, entryVersion };
  const found = await book.sourceAndReceipt(sourceId, named);
  const before = existing(found.source, sourceId);
  const entry = existing(found.entry, `${sourceId} ${entryOn} ${entryVersion}`);
  expectVersion(input.expectedVersion, before.version);
  const { source, postings } = decide(before, entry, { by: caller.id, effectiveOn });
  const moved = postingsToWire(postings);
  return book.keep({
    source,
    reverses: named,
    facts: [
      {
        of: { source: sourceId },
        line: { sourceId, programmeId: null, communeId: null, loanId: null, postings: moved },
        draft: draftEvent({
          event: CapitalReceiptReversed,
          subject: sourceId,
          aggregateVersion: source.version,
          communeId: null,
          effectiveOn,
          data: {
            sourceId,
            entryOn,
            entryVersion,
            amount: entry.amount.toString(),
            reason,
            postings: moved,
          },
        }),
      },
    ],
    answer: { id: sourceId, version: source.version },
  });
}
