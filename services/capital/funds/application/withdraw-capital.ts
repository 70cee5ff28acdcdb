import { transferPaper } from '#capital/ledger/domain/paper.ts';
import { lineOfSource } from '#capital/ledger/application/line-of-source.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { CapitalWithdrawn } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { withdrawCapital as decide } from '../domain/withdrawal.ts';
import type { FundsBook } from './ports.ts';

/**
 * Withdraws capital by a decision:
 * 1. the caller’s area is the province; read the source;
 * 2. decide: the decision is issued, no later entry exists, and that much is unallocated;
 * 3. post capital-withdrawn against cash-unallocated, once for a transfer of that number, day and amount.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale`, `looks-like-a-duplicate` (409), `effective-day-in-future` and what the decision refuses (422).
 */
export async function withdrawCapital(
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.withdrawCapital>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { amount, decision, document } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const found = existing(await book.source(sourceId), sourceId);
  expectVersion(input.expectedVersion, found.version);
  const { source, postings } = decide(found, {
    amount,
    issuedOn: decision.issuedOn,
    effectiveOn,
  });
  const transfer = { sourceId, document: document ?? null, effectiveOn, amount };
  const paper = transferPaper('withdrawal', transfer);
  const record = { entryOn: effectiveOn, entryVersion: source.version };
  return book.keep({
    source,
    facts: [
      {
        of: { source: sourceId },
        line: lineOfSource(sourceId, postings),
        ...(document === undefined ? {} : { document }),
        draft: draftEvent({
          event: CapitalWithdrawn,
          subject: sourceId,
          aggregateVersion: source.version,
          communeId: null,
          effectiveOn,
          data: { sourceId, amount, decision, postings },
        }),
      },
    ],
    ...(paper === null ? {} : { books: { paper, record, isAnother: input.isAnother === true } }),
    answer: { id: sourceId, version: source.version },
  });
}
