import { absent, existing } from '#shared/application/preconditions.ts';
import {
  QuotaRequestAccepted,
  QuotaRequestDeclined,
  QuotaRequested,
} from '#shared/contracts/capital/quota/request-events.ts';
import type { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { acceptRequest, declineRequest, requestStatus } from '../domain/quota-request.ts';
import type { QuotaRequest } from '../domain/quota-request.ts';
import type { QuotaRequestBook } from './request-ports.ts';

type Routes = typeof QUOTA_REQUEST_ROUTES;

/**
 * Asks for more quota for a commune: the commune is the caller’s own, the id is free.
 * Throws `area-not-allowed` (403), `already-exists` (409).
 */
export async function requestQuota(
  book: QuotaRequestBook,
  caller: Caller,
  input: BodyOf<Routes['requestQuota']>,
): Promise<Accepted> {
  assertReach(caller, input.communeId);
  absent(await book.request(input.requestId), input.requestId);
  const request: QuotaRequest = {
    ...input,
    sourceId: input.sourceId ?? null,
    amount: parseVnd(input.amount),
    version: 1,
    proposedBy: caller.id,
    proposedAt: book.now,
    decided: null,
    grant: null,
  };
  const draft = draftEvent({ event: QuotaRequested, ...subjectOf(request, book), data: input });
  return book.keep(request, draft, answerOf(request));
}

/**
 * Accepts a request in full or in part: names the quota decision that meets it, which must be there.
 * Throws `area-not-allowed`, `maker-may-not-decide` (403), `not-found` (404), `proposal-not-pending` (409).
 */
export async function acceptQuotaRequest(
  book: QuotaRequestBook,
  caller: Caller,
  requestId: string,
  input: BodyOf<Routes['acceptQuotaRequest']>,
): Promise<Accepted> {
  const open = await openRequest(book, caller, requestId);
  const isThere = await book.hasDecision(input.sourceId, input.decisionId);
  existing(isThere || null, input.decisionId);
  const request = acceptRequest(open, answering(book, caller), {
    ...input,
    granted: parseVnd(input.granted),
    note: input.note ?? null,
  });
  const draft = draftEvent({
    event: QuotaRequestAccepted,
    ...subjectOf(request, book),
    data: { ...askedOf(request), ...input },
  });
  return book.keep(request, draft, answerOf(request));
}

/** Declines a request with a reason. Throws as accepting does. */
export async function declineQuotaRequest(
  book: QuotaRequestBook,
  caller: Caller,
  requestId: string,
  { reason }: BodyOf<Routes['declineQuotaRequest']>,
): Promise<Accepted> {
  const request = declineRequest(await openRequest(book, caller, requestId), answering(book, caller), reason);
  const draft = draftEvent({
    event: QuotaRequestDeclined,
    ...subjectOf(request, book),
    data: { ...askedOf(request), reason },
  });
  return book.keep(request, draft, answerOf(request));
}

async function openRequest(book: QuotaRequestBook, caller: Caller, requestId: string): Promise<QuotaRequest> {
  const request = existing(await book.request(requestId), requestId);
  assertReach(caller, request.communeId);
  return request;
}

function answering({ now }: QuotaRequestBook, { id }: Caller) {
  return { by: id, at: now };
}

function subjectOf({ requestId, version, communeId }: QuotaRequest, { today }: QuotaRequestBook) {
  return { subject: requestId, aggregateVersion: version, communeId, effectiveOn: today };
}

function askedOf({ requestId, programmeId, communeId, amount, proposedBy }: QuotaRequest) {
  return { requestId, programmeId, communeId, amount: amount.toString(), requestedBy: proposedBy };
}

function answerOf(request: QuotaRequest): Accepted {
  return { id: request.requestId, version: request.version, status: requestStatus(request) };
}
