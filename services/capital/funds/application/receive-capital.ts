import { transferPaper } from '#capital/ledger/domain/paper.ts';
import { assertInForce } from '#capital/sources/domain/opening-source.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { CapitalReceived } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { assertPlanned } from '../domain/funding-plan.ts';
import { receiveCapital as decide } from '../domain/receipt.ts';
import type { FundsBook } from './ports.ts';

/**
 * Receives capital by a decision:
 * 1. the caller’s area is the province; read the source, then its investor and the planned tranche;
 * 2. decide: the investor is in force and the decision issued on the day, and the source was open;
 * 3. post cash-unallocated against entrusted-capital, once for a transfer of that number, day and amount.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale`, `looks-like-a-duplicate` (409), `effective-day-in-future` and what the decision refuses (422).
 */
export async function receiveCapital(
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.receiveCapital>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const found = existing(await book.source(sourceId), sourceId);
  const { trancheId = null } = input;
  const { investor, isPlanned } = await book.receiptBasis(sourceId, found.investorId, trancheId);
  assertInForce(existing(investor, found.investorId), effectiveOn);
  assertPlanned(trancheId, isPlanned);
  expectVersion(input.expectedVersion, found.version);
  const { source, postings } = decide(found, {
    amount: input.amount,
    issuedOn: input.decision.issuedOn,
    effectiveOn,
  });
  const transfer = { sourceId, document: input.document ?? null, effectiveOn, amount: input.amount };
  const paper = transferPaper('receipt', transfer);
  const record = { entryOn: effectiveOn, entryVersion: source.version };
  return book.keep({
    source,
    facts: [
      {
        of: { source: sourceId },
        line: { sourceId, programmeId: null, communeId: null, loanId: null, postings },
        ...(input.document === undefined ? {} : { document: input.document }),
        draft: draftEvent({
          event: CapitalReceived,
          subject: sourceId,
          aggregateVersion: source.version,
          communeId: null,
          effectiveOn,
          data: {
            sourceId,
            amount: input.amount,
            decision: input.decision,
            ...(trancheId === null ? {} : { trancheId }),
            postings,
          },
        }),
      },
    ],
    ...(paper === null ? {} : { books: { paper, record, isAnother: input.isAnother === true } }),
    answer: { id: sourceId, version: source.version },
  });
}
