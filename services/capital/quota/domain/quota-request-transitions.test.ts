import { describe, expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { everyMove } from '#test/support/every-move.ts';
import { QUOTA_REQUEST_STATUSES, QUOTA_REQUEST_TRANSITIONS } from './quota-request-transitions.ts';
import type { QuotaRequestStatus } from './quota-request-transitions.ts';
import { acceptRequest, declineRequest, requestStatus } from './quota-request.ts';
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
};

const ACTS = {
  accept: (request: QuotaRequest) =>
    acceptRequest(request, answering, { sourceId: 's', decisionId: 'd', granted: vnd(100), note: null }),
  decline: (request: QuotaRequest) => declineRequest(request, answering, 'Hết nguồn'),
};

const IN: Readonly<Record<QuotaRequestStatus, QuotaRequest>> = {
  pending: PENDING,
  accepted: ACTS.accept(PENDING),
  declined: ACTS.decline(PENDING),
};

describe('a request for quota', () => {
  it.each(everyMove(QUOTA_REQUEST_STATUSES, QUOTA_REQUEST_TRANSITIONS))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      expect(requestStatus(IN[from])).toBe(from);
      if (to === null) expect(() => ACTS[verb](IN[from])).toThrow('proposal-not-pending');
      else expect(requestStatus(ACTS[verb](IN[from]))).toBe(to);
    },
  );
});
