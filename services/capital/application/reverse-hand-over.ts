import { FundHandedOver, FundHandOverReversed } from '#shared/contracts/capital/fund-events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/fund-routes.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseHandOver as decide } from '../domain/hand-over.ts';
import type { FundsBook } from './fund-ports.ts';
import type { Accepted } from './ports.ts';
import { effectiveDay, existing, expectVersion } from './preconditions.ts';
import { lineOfSource, postingsToWire } from './wire.ts';

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
  assertReachProvince(caller);
  const { entryOn, entryVersion, reason } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const named = { of: { source: sourceId }, entryOn, entryVersion };
  const found = await book.sourceAndEntry(named, FundHandedOver.type);
  const before = existing(found.source, sourceId);
  const entry = existing(found.entry, `${sourceId} ${entryOn} ${entryVersion}`);
  expectVersion(input.expectedVersion, before.version);
  const { source, postings } = decide(before, entry, { by: caller.id, effectiveOn });
  const moved = postingsToWire(postings);
  const holderSourceId = existing(before.handedOver, sourceId).to;
  return book.keepHandOverEnd(
    {
      source,
      reverses: named,
      facts: [
        {
          of: { source: sourceId },
          line: lineOfSource(sourceId, moved),
          draft: draftEvent({
            event: FundHandOverReversed,
            subject: sourceId,
            aggregateVersion: source.version,
            communeId: null,
            effectiveOn,
            data: {
              holderSourceId,
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
    },
    { holderSourceId, version: entryVersion },
  );
}
