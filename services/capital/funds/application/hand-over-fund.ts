import { lineOfSource } from '#capital/ledger/application/line-of-source.ts';
import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { FundHandedOver } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import { handOverFund as decide, positionOf } from '../domain/hand-over.ts';
import type { FundsBook } from './ports.ts';

/**
 * Hands the fund of a former district over to a contract of the province:
 * 1. the caller’s area is the province; read the source with its investor, and the receiving source with its own;
 * 2. reckon the fund as of the day, as known now;
 * 3. decide: the investor is no longer there, the receiver is of the province, and every figure the ledger
 *    knows agrees to the đồng;
 * 4. post the whole fund as handed over and taken over, and keep the transfer record.
 *
 * A repayment that is recorded in the same moment may still change the day: the record shows it beside.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale`, `fund-already-handed-over` (409),
 * `effective-day-in-future` and what the decision refuses (422).
 */
export async function handOverFund(
  book: FundsBook,
  reads: Pick<BookReads, 'moved'>,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.handOverFund>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { holderSourceId, decision, document } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const [origin, holder] = await Promise.all([
    book.sourceOfInvestor(sourceId),
    book.sourceOfInvestor(holderSourceId),
  ]);
  const { source: before, investor } = existing(origin, sourceId);
  expectVersion(input.expectedVersion, before.version);
  const moved = await reads.moved(
    { sourceId, leaf: null },
    { from: effectiveOn, to: effectiveOn, knownOn: book.now },
  );
  const { source, postings } = decide(
    before,
    investor,
    holder && { source: holder.source, investorKind: holder.investor.kind },
    positionOf(addTurnovers(moved.map(({ turnover }) => turnover))),
    { figures: input, issuedOn: decision.issuedOn, effectiveOn },
  );
  const { principal, unlentCash, provision, accruedInterest, overduePrincipal } = input;
  return book.keepHandOver(
    {
      source,
      facts: [
        {
          of: { source: sourceId },
          line: lineOfSource(sourceId, postings),
          ...(document === undefined ? {} : { document }),
          draft: draftEvent({
            event: FundHandedOver,
            subject: sourceId,
            aggregateVersion: source.version,
            communeId: null,
            effectiveOn,
            data: {
              sourceId,
              holderSourceId,
              amount: postings[0]?.amount ?? ZERO_VND,
              principal,
              unlentCash,
              provision,
              accruedInterest,
              overduePrincipal,
              decision,
              postings,
            },
          }),
        },
      ],
      answer: { id: sourceId, version: source.version },
    },
    holderSourceId,
  );
}
