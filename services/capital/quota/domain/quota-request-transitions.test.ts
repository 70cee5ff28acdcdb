import { describe, expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { everyMove } from '#test/support/every-move.ts';
import { appliedAtOnce, decideDecision } from './quota-decision.ts';
import type { QuotaDecision } from './quota-decision.ts';
import { QUOTA_REQUEST_STATUSES, QUOTA_REQUEST_TRANSITIONS } from './quota-request-transitions.ts';
import type { QuotaRequestStatus, QuotaRequestVerb } from './quota-request-transitions.ts';
import { declineRequest, grantRequest, requestStatus, settleRequest } from './quota-request.ts';
import type { QuotaRequest } from './quota-request.ts';

const answering = { by: 'planner', at: '2026-02-02T02:00:00.000Z' };

const PENDING: QuotaRequest = {
  requestId: 'request-1',
  version: 1,
  programmeId: 'job-creation',
  communeId: '06652-2025',
  sourceId: null,
  amount: vnd(100),
  reason: 'Nhiều hộ chờ vay',
  proposedBy: 'commune-officer',
  proposedAt: '2026-02-01T02:00:00.000Z',
  decided: null,
  grant: null,
  promised: null,
};

const AWAITED: QuotaDecision = {
  sourceId: 's',
  decisionId: 'd',
  version: 1,
  decision: { number: '1/QĐ', issuedOn: '2026-02-01', issuer: 'x' },
  effectiveOn: null,
  sums: {
    lines: 1,
    allocated: vnd(100),
    recalled: vnd(0),
    unallocatedBefore: vnd(100),
    unallocatedAfter: vnd(0),
  },
  rows: 1,
  recalls: 0,
  areaIds: [PENDING.communeId],
  proposedBy: 'planner',
  proposedAt: '2026-02-01T03:00:00.000Z',
  decided: null,
  application: null,
};

const decided = (outcome: 'approved' | 'rejected') =>
  decideDecision(AWAITED, { outcome, by: 'director', at: answering.at, reason: 'x' });

const STANDS = appliedAtOnce(decided('approved'), '2026-02-02');

const REJECTED = decided('rejected');

const grant = { sourceId: 's', decisionId: 'd', granted: vnd(100), note: null };

const ROW = {
  ...({ line: 0, kind: 'allocate', isMove: false, amount: grant.granted } as const),
  ...{ programmeId: PENDING.programmeId, areaId: PENDING.communeId },
} as const;

const promise = (request: QuotaRequest) =>
  grantRequest(request, answering, grant, { decision: AWAITED, rows: [ROW] });

const settledBy = (request: QuotaRequest, decision: QuotaDecision): QuotaRequest => {
  const settled = settleRequest(request, decision, answering.at);
  if (settled === null) throw new Error('nothing to settle');
  return settled.request;
};

const ACTS: Readonly<Record<QuotaRequestVerb, (request: QuotaRequest) => QuotaRequest>> = {
  promise,
  accept: (request) => settledBy(promise(request), STANDS),
  decline: (request) => declineRequest(request, answering, 'Hết nguồn'),
  reopen: (request) => settledBy(request.decided === null ? promise(request) : request, REJECTED),
};

const IN: Readonly<Record<QuotaRequestStatus, QuotaRequest>> = {
  pending: PENDING,
  accepted: ACTS.accept(PENDING),
  declined: ACTS.decline(PENDING),
};

const refusalOf = (verb: QuotaRequestVerb) =>
  verb === 'reopen' ? 'nothing to settle' : 'proposal-not-pending';

describe('a request for quota', () => {
  it.each(everyMove(QUOTA_REQUEST_STATUSES, QUOTA_REQUEST_TRANSITIONS))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      expect(requestStatus(IN[from])).toBe(from);
      if (to === null) expect(() => ACTS[verb](IN[from])).toThrow(refusalOf(verb));
      else expect(requestStatus(ACTS[verb](IN[from]))).toBe(to);
    },
  );
});
