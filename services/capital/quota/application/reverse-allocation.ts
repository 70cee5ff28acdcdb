import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { QuotaAllocationReversed } from '#shared/contracts/capital/quota/events.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseAllocation as decide } from '../domain/reverse-allocation.ts';
import type { AllocationBook } from './ports.ts';

/**
 * Reverses an allocation of quota, by another person than recorded it:
 * 1. the commune is within the caller's area;
 * 2. read the source, the leaf, the allocation, and whether it is reversed already;
 * 3. decide: the leaf still has that much available;
 * 4. post cash-unallocated of the source against cash-available of the leaf; the allocation stays as it is.
 *
 * Throws `area-not-allowed`, `maker-may-not-reverse` (403), `not-found` (404), `version-stale`,
 * `entry-already-reversed` (409), `effective-day-in-future` and what the decision refuses (422).
 */
export async function reverseAllocation(
  book: AllocationBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof QUOTA_ROUTES.reverseAllocation>,
): Promise<Accepted> {
  const { programmeId, communeId, entryOn, entryVersion, reason } = input;
  assertReach(caller, communeId);
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const place = { sourceId, programmeId, communeId };
  const named = { of: { leaf: place }, entryOn, entryVersion };
  const found = await book.leafAndAllocation(place, named);
  const before = existing(found.source, sourceId);
  const subject = `${sourceId}/${programmeId}/${communeId}`;
  const leafBefore = existing(found.leaf, subject);
  const entry = existing(found.entry, `${subject} ${entryOn} ${entryVersion}`);
  expectVersion(input.expectedVersion, before.version);
  const { source, leaf, postings } = decide(before, leafBefore, entry, { by: caller.id, effectiveOn });
  return book.keep({
    source,
    leaf,
    reverses: named,
    facts: [
      {
        of: { leaf: place },
        line: { ...place, loanId: null, postings },
        draft: draftEvent({
          event: QuotaAllocationReversed,
          subject,
          aggregateVersion: leaf.version,
          communeId,
          effectiveOn,
          data: {
            ...place,
            entryOn,
            entryVersion,
            amount: entry.amount,
            reason,
            ...(entry.decisionId === null ? {} : { decisionId: entry.decisionId }),
            postings,
          },
        }),
      },
    ],
    answer: { id: sourceId, version: source.version },
  });
}
