import type { NamedReference } from '#capital/references/domain/named-references.ts';
import { QUOTA_ERRORS } from '#shared/contracts/capital/quota/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { decide, statusOf } from '#shared/domain/proposal.ts';
import type { Proposal } from '#shared/domain/proposal.ts';
import { sumVnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { isVoid, statusOfDecision } from './quota-decision.ts';
import type { QuotaDecision } from './quota-decision.ts';
import type { QuotaMovement } from './quota-lines.ts';
import type { QuotaRequestStatus } from './quota-request-transitions.ts';

const refuse = errorsOf(QUOTA_ERRORS);

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
  /** Who named the decision that is to meet it, and when; null until then. It is met when that is approved. */
  readonly promised: Answering | null;
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

/** The ids of a request, which asks for now. */
export function referencesOf(request: Pick<QuotaRequest, 'programmeId' | 'communeId'>): NamedReference[] {
  const of = { line: null, needs: 'in-force' } as const;
  return [
    { ...of, kind: 'programme', id: request.programmeId, pointer: '/programmeId' },
    { ...of, kind: 'area', id: request.communeId, pointer: '/communeId' },
  ];
}

export type GrantedRequest = QuotaRequest & { readonly grant: QuotaGrant };

/**
 * Names the decision that is to meet a request, in the place of one that was named before: it is met at once when
 * that is approved, and stays open until then. Throws `maker-may-not-decide` (403), `proposal-not-pending` (409),
 * `quota-decision-does-not-meet` (422).
 */
export function grantRequest(
  request: QuotaRequest,
  answering: Answering,
  grant: QuotaGrant,
  { decision, rows }: { readonly decision: QuotaDecision; readonly rows: readonly QuotaMovement[] },
): GrantedRequest {
  const met = decide(request, { outcome: 'approved', ...answering, reason: null });
  const given = givenTo(request, rows);
  if (isVoid(decision) || given < grant.granted) {
    throw refuse('quota-decision-does-not-meet', {
      decisionId: decision.decisionId,
      status: statusOfDecision(decision),
      given,
      granted: grant.granted,
    });
  }
  const decided = isApproved(decision) ? met.decided : null;
  return { ...request, version: request.version + 1, grant, promised: answering, decided };
}

/** What rows leave the programme of the commune with, đồng; below zero where they take more than they give. */
function givenTo(
  { programmeId, communeId }: Pick<QuotaRequest, 'programmeId' | 'communeId'>,
  rows: readonly QuotaMovement[],
): Vnd {
  const own = rows.filter((row) => row.programmeId === programmeId && row.areaId === communeId);
  return sumVnd(own.map(({ kind, amount }) => (kind === 'allocate' ? amount : -BigInt(amount))));
}

/** Throws `maker-may-not-decide` (403), `proposal-not-pending` (409). */
export function declineRequest(request: QuotaRequest, answering: Answering, reason: string): QuotaRequest {
  const decided = decide(request, { outcome: 'rejected', ...answering, reason });
  return { ...decided, version: request.version + 1, grant: null, promised: null };
}

/** Why a decision does not meet a request after all. */
export type NotMet = 'rejected' | 'withdrawn' | 'undone' | 'reversed';

export type Settled =
  | { readonly kind: 'met'; readonly request: GrantedRequest }
  | { readonly kind: 'reopened'; readonly request: QuotaRequest; readonly because: NotMet };

/**
 * What a decision makes of a request it was named for, as it stands now; null: nothing, because it is not decided, or
 * the request says so already or names another decision.
 */
export function settleRequest(request: QuotaRequest, decision: QuotaDecision, now: string): Settled | null {
  if (!names(request, decision)) return null;
  const status = statusOfDecision(decision);
  if (status === 'rejected' || status === 'withdrawn' || status === 'undone') return reopen(request, status);
  if (request.decided !== null || !isApproved(decision)) return null;
  const met = decide(request, { outcome: 'approved', by: request.promised.by, at: now, reason: null });
  return { kind: 'met', request: { ...met, version: request.version + 1 } };
}

/** Opens a request again whose allocation was reversed; null when it is not that decision it names. */
export function reopenReversed(
  request: QuotaRequest,
  reversed: Pick<QuotaGrant, 'sourceId' | 'decisionId'> & Pick<QuotaRequest, 'programmeId' | 'communeId'>,
): Settled | null {
  const isItsPlace = request.programmeId === reversed.programmeId && request.communeId === reversed.communeId;
  return isItsPlace && names(request, reversed) ? reopen(request, 'reversed') : null;
}

function reopen(request: QuotaRequest, because: NotMet): Settled {
  return {
    kind: 'reopened',
    request: { ...request, version: request.version + 1, decided: null, grant: null, promised: null },
    because,
  };
}

function names(
  request: QuotaRequest,
  { sourceId, decisionId }: Pick<QuotaGrant, 'sourceId' | 'decisionId'>,
): request is GrantedRequest & { readonly promised: Answering } {
  const { grant, promised } = request;
  return promised !== null && grant?.sourceId === sourceId && grant.decisionId === decisionId;
}

/** Also while its rows are recorded, some at a time: should that fail, it is undone. */
function isApproved(decision: QuotaDecision): boolean {
  return ['approved', 'applying'].includes(statusOfDecision(decision));
}
