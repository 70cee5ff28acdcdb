import { decide, statusOf } from '#shared/domain/proposal.ts';
import type { Proposal } from '#shared/domain/proposal.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { QuotaRequestStatus } from './quota-request-transitions.ts';

/** A commune’s wish for more quota; the money moves by the quota decision that meets it, never by the request. */
export interface QuotaRequest extends Proposal {
  readonly requestId: string;
  readonly version: number;
  readonly programmeId: string;
  readonly communeId: string;
  /** The source the commune means; null: whichever the branch finds. */
  readonly sourceId: string | null;
  readonly amount: Vnd;
  readonly reason: string;
  readonly grant: QuotaGrant | null;
}

export interface QuotaGrant {
  readonly sourceId: string;
  readonly decisionId: string;
  readonly granted: Vnd;
  readonly note: string | null;
}

export function requestStatus(request: QuotaRequest): QuotaRequestStatus {
  if (request.decided === null) return 'pending';
  return statusOf(request) === 'approved' ? 'accepted' : 'declined';
}

export interface Answering {
  readonly by: string;
  readonly at: string;
}

/** Throws `maker-may-not-decide` (403), `proposal-not-pending` (409). */
export function acceptRequest(
  request: QuotaRequest,
  answering: Answering,
  grant: QuotaGrant,
): QuotaRequest & { readonly grant: QuotaGrant } {
  const decided = decide(request, { outcome: 'approved', ...answering, reason: null });
  return { ...decided, version: request.version + 1, grant };
}

/** Throws `maker-may-not-decide` (403), `proposal-not-pending` (409). */
export function declineRequest(request: QuotaRequest, answering: Answering, reason: string): QuotaRequest {
  const decided = decide(request, { outcome: 'rejected', ...answering, reason });
  return { ...decided, version: request.version + 1 };
}
