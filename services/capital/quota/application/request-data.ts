import type { Accepted } from '#shared/contracts/common.ts';
import { requestStatus } from '../domain/quota-request.ts';
import type { GrantedRequest, QuotaGrant, QuotaRequest } from '../domain/quota-request.ts';
import type { QuotaRequestBook } from './request-ports.ts';

/** What events of a request are about. */
export function subjectOf({ requestId, version, communeId }: QuotaRequest, { today }: QuotaRequestBook) {
  return { subject: requestId, aggregateVersion: version, communeId, effectiveOn: today };
}

/** Whose request it is, for whoever is told. */
export function askedOf({ requestId, programmeId, communeId, amount, proposedBy }: QuotaRequest) {
  return { requestId, programmeId, communeId, amount, requestedBy: proposedBy };
}

/** A request with the decision it names. */
export function grantedOf(request: GrantedRequest) {
  return { ...askedOf(request), ...grantOf(request.grant) };
}

/** A grant as it is told: a note is there when there is one. */
export function grantOf({ sourceId, decisionId, granted, note }: QuotaGrant) {
  return { sourceId, decisionId, granted, ...(note === null ? {} : { note }) };
}

export function answerOf(request: QuotaRequest): Accepted {
  return { id: request.requestId, version: request.version, status: requestStatus(request) };
}
