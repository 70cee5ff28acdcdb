import { CapitalWithdrawn, CapitalWithdrawalReversed } from '#shared/contracts/capital/fund-events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/fund-routes.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseWithdrawal as decide } from '../domain/withdrawal.ts';
import type { FundsBook } from './fund-ports.ts';
import type { Accepted } from './ports.ts';
import { effectiveDay, existing, expectVersion } from './preconditions.ts';
import { lineOfSource, postingsToWire } from './wire.ts';

/**
 * Reverses a withdrawal of capital, by another person than recorded it:
 * 1. the caller’s area is the province; read the source, the withdrawal, and whether it is reversed already;
 * 2. post cash-unallocated against capital-withdrawn; the withdrawal stays as it is.
 *
 * Throws `area-not-allowed`, `maker-may-not-reverse` (403), `not-found` (404), `version-stale`, `entry-already-reversed` (409),
 * `effective-day-in-future`, `effective-day-before-last-entry` (422).
 */
export async function reverseWithdrawal(
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.reverseWithdrawal>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { entryOn, entryVersion, reason } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const named = { of: { source: sourceId }, entryOn, entryVersion };
  const found = await book.sourceAndEntry(named, CapitalWithdrawn.type);
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
        line: lineOfSource(sourceId, moved),
        draft: draftEvent({
          event: CapitalWithdrawalReversed,
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
