import { strangersAmong, strangersRefused } from '#capital/references/domain/named-references.ts';
import { absent, existing } from '#shared/application/preconditions.ts';
import {
  QuotaRequestAccepted,
  QuotaRequestDeclined,
  QuotaRequested,
  QuotaRequestPromised,
} from '#shared/contracts/capital/quota/request-events.ts';
import type { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { declineRequest, grantRequest, referencesOf, requestStatus } from '../domain/quota-request.ts';
import type { QuotaRequest } from '../domain/quota-request.ts';
import type { QuotaRequestBook } from './request-ports.ts';
import { answerOf, askedOf, grantedOf, subjectOf } from './request-data.ts';

type Routes = typeof QUOTA_REQUEST_ROUTES;

/**
 * Asks for more quota for a commune: the commune is the caller’s own, the id is free; programme and commune are in
 * force today, and the source is there when one is named. Throws `area-not-allowed` (403), `not-found` (404),
 * `already-exists`, `reference-unknown` (409), `reference-not-in-force` (422).
 */
export async function requestQuota(
  book: QuotaRequestBook,
  caller: Caller,
  input: BodyOf<Routes['requestQuota']>,
): Promise<Accepted> {
  assertReach(caller, input.communeId);
  absent(await book.request(input.requestId), input.requestId);
  const named = referencesOf(input);
  const strangers = strangersAmong(named, await book.references(named), book.today);
  if (strangers.length > 0) throw strangersRefused(strangers);
  if (input.sourceId !== undefined) {
    existing((await book.hasSource(input.sourceId)) || null, input.sourceId);
  }
  const request: QuotaRequest = {
    ...input,
    sourceId: input.sourceId ?? null,
    version: 1,
    proposedBy: caller.id,
    proposedAt: book.now,
    decided: null,
    grant: null,
    promised: null,
  };
  const draft = draftEvent({ event: QuotaRequested, ...subjectOf(request, book), data: input });
  return book.keep(request, draft, answerOf(request));
}

/**
 * Accepts a request in full or in part: names the quota decision that is to meet it. The request is met when that is
 * approved, and open until then. Throws `area-not-allowed`, `maker-may-not-decide` (403), `not-found` (404),
 * `proposal-not-pending` (409), `quota-decision-does-not-meet` (422).
 */
export async function acceptQuotaRequest(
  book: QuotaRequestBook,
  caller: Caller,
  requestId: string,
  input: BodyOf<Routes['acceptQuotaRequest']>,
): Promise<Accepted> {
  const open = await openRequest(book, caller, requestId);
  const decision = existing(await book.decision(input), input.decisionId);
  const grant = { ...input, note: input.note ?? null };
  const request = grantRequest(open, answering(book, caller), grant, {
    decision,
    rows: await book.rowsOf(input),
  });
  const event = requestStatus(request) === 'accepted' ? QuotaRequestAccepted : QuotaRequestPromised;
  const draft = draftEvent({ event, ...subjectOf(request, book), data: grantedOf(request) });
  return book.keep(request, draft, answerOf(request));
}

/**
 * Declines a request with a reason, also one whose decision is awaited. Throws `area-not-allowed`,
 * `maker-may-not-decide` (403), `not-found` (404), `proposal-not-pending` (409).
 */
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
