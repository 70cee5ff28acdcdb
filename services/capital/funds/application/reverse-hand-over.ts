import { existing } from '#shared/application/preconditions.ts';
import { FundHandedOver, FundHandOverReversed } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseHandOver as decide } from '../domain/hand-over.ts';
import type { FundsBook } from './ports.ts';
import { findEntryToReverse, reversalChange } from './reverse-entry.ts';

/**
 * Reverses the hand-over of a fund, by another person than recorded it:
 * 1. the caller’s area is the province; read the source, the hand-over, and whether it is reversed already;
 * 2. the source holds its own fund again from the day of the reversal on; the transfer record stays as it is.
 *
 * Throws `area-not-allowed`, `maker-may-not-reverse` (403), `not-found` (404), `version-stale`, `entry-already-reversed` (409),
 * `effective-day-in-future`, `effective-day-before-last-entry` (422).
 */
export async function reverseHandOver(
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.reverseHandOver>,
): Promise<Accepted> {
  const found = await findEntryToReverse(book, caller, sourceId, input, FundHandedOver.type);
  const posted = decide(found.before, found.entry, found.reversing);
  const holderSourceId = existing(found.before.handedOver, sourceId).to;
  return book.keepHandOverEnd(
    reversalChange(found, posted, (subject, data) =>
      draftEvent({ event: FundHandOverReversed, ...subject, data: { ...data, holderSourceId } }),
    ),
    { holderSourceId, version: found.named.entryVersion },
  );
}
