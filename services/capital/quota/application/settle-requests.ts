import { existing } from '#shared/application/preconditions.ts';
import {
  QuotaRequestAccepted,
  QuotaRequestReopened,
} from '#shared/contracts/capital/quota/request-events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { reopenReversed, settleRequest } from '../domain/quota-request.ts';
import type { QuotaRequest, Settled } from '../domain/quota-request.ts';
import type { NamedDecision } from './ports.ts';
import type { QuotaRequestBook } from './request-ports.ts';
import { askedOf, grantedOf, subjectOf } from './request-data.ts';

/** Runs one transaction until it is written. */
type Once = (work: () => Promise<null>) => Promise<null>;

/**
 * Settles the requests a decision was named for by what the decision is now, so that events may come twice and in any
 * order: met when it is approved, open again when it comes to nothing. Each request is a transaction.
 */
export async function settleRequests(
  book: QuotaRequestBook,
  named: NamedDecision,
  once: Once,
): Promise<void> {
  const decision = existing(await book.decision(named), named.decisionId);
  await each(book, named, once, (request) => settleRequest(request, decision, book.now));
}

/** Opens the requests of a place again that the decision met whose allocation was reversed. */
export async function reopenRequests(
  book: QuotaRequestBook,
  reversed: NamedDecision & { readonly programmeId: string; readonly communeId: string },
  once: Once,
): Promise<void> {
  await each(book, reversed, once, (request) => reopenReversed(request, reversed));
}

async function each(
  book: QuotaRequestBook,
  named: NamedDecision,
  once: Once,
  settle: (request: QuotaRequest) => Settled | null,
): Promise<void> {
  for (const requestId of await book.namedBy(named)) {
    await once(async () => {
      const settled = settle(existing(await book.request(requestId), requestId));
      return settled === null ? null : book.keep(settled.request, draftOf(settled, named, book), null);
    });
  }
}

function draftOf(settled: Settled, { sourceId, decisionId }: NamedDecision, book: QuotaRequestBook) {
  const { kind, request } = settled;
  return kind === 'met'
    ? draftEvent({ event: QuotaRequestAccepted, ...subjectOf(request, book), data: grantedOf(request) })
    : draftEvent({
        event: QuotaRequestReopened,
        ...subjectOf(request, book),
        data: { ...askedOf(request), sourceId, decisionId, because: settled.because },
      });
}
