import { pageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import type { QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { requestStatus } from '../domain/quota-request.ts';
import type { QuotaRequest } from '../domain/quota-request.ts';
import type { QuotaRequestReads } from './request-ports.ts';
import { grantOf } from './request-data.ts';

type Routes = typeof QUOTA_REQUEST_ROUTES;

/**
 * Requests of a commune, or of the whole province by status. Only who reaches the whole province may leave the
 * commune out. Throws `area-not-allowed` (403).
 */
export async function findQuotaRequests(
  reads: QuotaRequestReads,
  caller: Caller,
  query: QueryOf<Routes['listQuotaRequests']>,
): Promise<AnswerOf<Routes['listQuotaRequests']>> {
  const { communeId, status } = query;
  if (communeId === undefined) assertReachProvince(caller);
  else assertReach(caller, communeId);
  const page = pageRequest(query);
  const found = await (communeId === undefined
    ? reads.withStatus(status ?? 'pending', page)
    : reads.ofCommune(communeId, status ?? null, page));
  return { ...found, items: found.items.map(requestView) };
}

/** Throws `area-not-allowed` (403), `not-found` (404). */
export async function showQuotaRequest(
  reads: QuotaRequestReads,
  caller: Caller,
  requestId: string,
): Promise<AnswerOf<Routes['getQuotaRequest']>> {
  const request = existing(await reads.request(requestId), requestId);
  assertReach(caller, request.communeId);
  return requestView(request);
}

function requestView(request: QuotaRequest): AnswerOf<Routes['getQuotaRequest']> {
  const { requestId, version, programmeId, communeId, sourceId, amount, reason } = request;
  const { grant: named, promised, decided } = request;
  const grant = named && grantOf(named);
  return {
    requestId,
    version,
    programmeId,
    communeId,
    ...(sourceId === null ? {} : { sourceId }),
    amount,
    reason,
    status: requestStatus(request),
    requestedBy: request.proposedBy,
    requestedAt: request.proposedAt,
    promised: decided === null && promised && grant ? { ...promised, grant } : null,
    answered: decided && { by: decided.by, at: decided.at, grant, reason: decided.reason },
  };
}
