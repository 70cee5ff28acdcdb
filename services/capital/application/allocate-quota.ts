import { QuotaAllocated } from '#shared/contracts/capital/quota-events.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { allocateQuota as decide } from '../domain/source.ts';
import type { Accepted, CapitalBook } from './ports.ts';
import { effectiveDay, existing, expectVersion } from './preconditions.ts';
import { postingsToWire } from './wire.ts';

/**
 * Allocates quota of a source to a programme in a commune:
 * 1. the commune is within the caller's area;
 * 2. read the source and the leaf;
 * 3. decide: the source holds that much unallocated;
 * 4. post cash-available of the leaf against cash-unallocated of the source.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale` (409), `effective-day-in-future` and
 * what the decision refuses (422).
 */
export async function allocateQuota(
  book: CapitalBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof CAPITAL_ROUTES.allocateQuota>,
): Promise<Accepted> {
  const { programmeId, communeId, amount, decision } = input;
  assertReach(caller, communeId);
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const place = { sourceId, programmeId, communeId };
  const found = await book.sourceAndLeaf(place);
  const before = existing(found.source, sourceId);
  expectVersion(input.expectedVersion, before.version);
  const { source, leaf, postings } = decide(before, found.leaf, place, {
    amount: parseVnd(amount),
    issuedOn: decision.issuedOn,
    effectiveOn,
  });
  const moved = postingsToWire(postings);
  return book.keep({
    source,
    leaf,
    facts: [
      {
        of: { leaf: place },
        line: { ...place, loanId: null, postings: moved },
        draft: draftEvent({
          event: QuotaAllocated,
          subject: `${sourceId}/${programmeId}/${communeId}`,
          aggregateVersion: leaf.version,
          communeId,
          effectiveOn,
          data: { ...place, amount, decision, postings: moved },
        }),
      },
    ],
    answer: { id: sourceId, version: source.version },
  });
}
