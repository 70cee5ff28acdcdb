import { foundContract } from '#capital/contracts/domain/contract-change.ts';
import { absent, effectiveDay } from '#shared/application/preconditions.ts';
import { SourceOpened } from '#shared/contracts/capital/sources/events.ts';
import type { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { openSource as decide } from '../domain/opening-source.ts';
import type { SourceBook } from './ports.ts';

/**
 * Opens a source on its founding paper:
 * 1. the caller’s area is the province and the id is free; read the investor;
 * 2. decide: in force on the day, and of a kind that provides such capital; terms of one name follow one another;
 * 3. keep the source with the founding version of its contract.
 *
 * Throws `area-not-allowed` (403), `already-exists` (409), `effective-day-in-future` and what the decision refuses (422).
 */
export async function openSource(
  book: SourceBook,
  caller: Caller,
  input: BodyOf<typeof SOURCE_ROUTES.openSource>,
): Promise<Accepted> {
  const { contract, ...identity } = input;
  assertReachProvince(caller);
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const found = await book.sourceAndInvestor(input.sourceId, input.investorId);
  absent(found.source, input.sourceId);
  const source = decide({ ...identity, contract, effectiveOn }, found.investor);
  const { sourceId, investorId, kind, version } = source;
  return book.keepFounding({
    source,
    founded: foundContract(sourceId, contract, { by: caller.id, at: book.now, effectiveOn }),
    facts: [
      {
        of: { source: sourceId },
        line: null,
        draft: draftEvent({
          event: SourceOpened,
          subject: sourceId,
          aggregateVersion: version,
          communeId: null,
          effectiveOn,
          data: { sourceId, investorId, kind, contractNumber: contract.number },
        }),
      },
    ],
    answer: { id: sourceId, version },
  });
}
