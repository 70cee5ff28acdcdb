import { describe, expect, it } from 'vitest';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Application, QuotaDecision } from './quota-decision.ts';
import {
  declineRequest,
  grantRequest,
  referencesOf,
  reopenReversed,
  requestStatus,
  settleRequest,
} from './quota-request.ts';
import type { QuotaMovement } from './quota-lines.ts';
import type { QuotaGrant, QuotaRequest } from './quota-request.ts';

const AT = '2026-04-02T02:00:00.000Z';

const NOW = '2026-04-09T02:00:00.000Z';

const request: QuotaRequest = {
  requestId: 'r-1',
  version: 1,
  programmeId: 'job-creation',
  communeId: '06652-2025',
  sourceId: null,
  amount: vnd(500),
  reason: 'Nhu cầu vay vốn tăng',
  grant: null,
  promised: null,
  proposedBy: 'commune',
  proposedAt: '2026-04-01T02:00:00.000Z',
  decided: null,
};

const grant: QuotaGrant = { sourceId: 's', decisionId: 'd', granted: vnd(400), note: null };

const answering = { by: 'branch', at: AT };

type Outcome = 'approved' | 'rejected' | 'withdrawn';

function decisionThat(outcome: Outcome | null, phase: Application['phase'] | null = null): QuotaDecision {
  const application = { next: 0, setAside: ZERO_VND, failedLines: [] };
  return {
    sourceId: 's',
    decisionId: 'd',
    version: 1,
    decision: { number: '12/QĐ', issuedOn: '2026-04-01', issuer: 'Ban đại diện' },
    effectiveOn: '2026-04-01',
    sums: {
      lines: 1,
      allocated: vnd(400),
      recalled: ZERO_VND,
      unallocatedBefore: vnd(400),
      unallocatedAfter: ZERO_VND,
    },
    rows: 1,
    recalls: 0,
    areaIds: ['06652-2025', '22'],
    proposedBy: 'planner',
    proposedAt: AT,
    decided: outcome === null ? null : { outcome, by: 'director', at: AT, reason: null },
    application: phase === null ? null : { ...application, phase },
  };
}

const PENDING = decisionThat(null);

const APPROVED = decisionThat('approved', 'applied');

const row = (given: Partial<QuotaMovement> = {}): QuotaMovement => ({
  ...{ line: 0, kind: 'allocate', isMove: false, programmeId: 'job-creation', areaId: '06652-2025' },
  amount: vnd(400),
  ...given,
});

const granted = (decision: QuotaDecision, rows = [row()]) =>
  grantRequest(request, answering, grant, { decision, rows });

describe('a request for quota', () => {
  it('asks for now, in the commune and the programme', () => {
    expect(referencesOf(request)).toEqual([
      { line: null, needs: 'in-force', kind: 'programme', id: 'job-creation', pointer: '/programmeId' },
      { line: null, needs: 'in-force', kind: 'area', id: '06652-2025', pointer: '/communeId' },
    ]);
  });

  it('is met at once by a decision that is approved, also while its rows are recorded', () => {
    for (const decision of [APPROVED, decisionThat('approved', 'recalling')]) {
      const met = granted(decision);
      expect(met).toMatchObject({ version: 2, grant, promised: answering });
      expect(met.decided).toEqual({ outcome: 'approved', ...answering, reason: null });
      expect(requestStatus(met)).toBe('accepted');
    }
  });

  it('stays open with a decision that is pending, and may be given another', () => {
    const promised = granted(PENDING);
    expect(promised).toMatchObject({ version: 2, grant, promised: answering, decided: null });
    expect(requestStatus(promised)).toBe('pending');
    const other = { ...grant, decisionId: 'e' };
    expect(
      grantRequest(promised, answering, other, {
        decision: { ...APPROVED, decisionId: 'e' },
        rows: [row()],
      }),
    ).toMatchObject({
      version: 3,
      grant: other,
    });
  });

  it.each([
    ['is rejected', decisionThat('rejected'), 'rejected'],
    ['is withdrawn', decisionThat('withdrawn'), 'withdrawn'],
    ['is undone', decisionThat('approved', 'undone'), 'undone'],
  ])('is not met by a decision that %s', (_why, decision, status) => {
    const facts = { decisionId: 'd', status, given: 400n, granted: 400n };
    expect(() => granted(decision)).toThrow(
      expect.objectContaining({ code: 'quota-decision-does-not-meet', facts }) as Error,
    );
  });

  it.each([
    ['another commune', [row({ areaId: '22' })], 0n],
    ['another programme', [row({ programmeId: 'students' })], 0n],
    ['less than is granted', [row({ amount: vnd(399) })], 399n],
    ['what it also takes away', [row(), row({ kind: 'recall', amount: vnd(1) })], 399n],
    ['nothing but takes', [row({ kind: 'recall' })], -400n],
  ])('is not met by a decision that gives %s', (_what, rows, given) => {
    const facts = { decisionId: 'd', status: 'approved', given, granted: 400n };
    expect(() => granted(APPROVED, rows)).toThrow(
      expect.objectContaining({ code: 'quota-decision-does-not-meet', facts }) as Error,
    );
  });

  it('is answered by another person than asked, and once', () => {
    const own = { by: 'commune', at: AT };
    expect(() => grantRequest(request, own, grant, { decision: PENDING, rows: [row()] })).toThrow(
      'maker-may-not-decide',
    );
    expect(() => declineRequest(request, own, 'x')).toThrow('maker-may-not-decide');
    expect(() =>
      grantRequest(granted(APPROVED), answering, grant, { decision: PENDING, rows: [row()] }),
    ).toThrow('proposal-not-pending');
  });

  it('is declined with a reason, whatever was promised', () => {
    const declined = declineRequest(granted(PENDING), answering, 'Hết nguồn');
    expect(declined).toMatchObject({ version: 3, grant: null, promised: null });
    expect(declined.decided).toEqual({ outcome: 'rejected', ...answering, reason: 'Hết nguồn' });
    expect(requestStatus(declined)).toBe('declined');
  });
});

describe('what becomes of a promise', () => {
  it('is that it is kept, by who gave it, when the decision is approved', () => {
    const settled = settleRequest(granted(PENDING), APPROVED, NOW);
    expect(settled).toMatchObject({ kind: 'met', request: { version: 3, grant, promised: answering } });
    const by = { outcome: 'approved', by: 'branch', at: NOW, reason: null };
    expect(settled?.request.decided).toEqual(by);
  });

  it('is nothing while it is not decided, when it is kept already, or for another decision', () => {
    expect(settleRequest(granted(PENDING), PENDING, NOW)).toBeNull();
    expect(settleRequest(granted(APPROVED), APPROVED, NOW)).toBeNull();
    expect(settleRequest(request, APPROVED, NOW)).toBeNull();
    expect(settleRequest(granted(PENDING), { ...APPROVED, decisionId: 'e' }, NOW)).toBeNull();
    expect(settleRequest(granted(PENDING), { ...APPROVED, sourceId: 't' }, NOW)).toBeNull();
  });

  it.each([
    ['rejected', granted(PENDING), decisionThat('rejected')],
    ['withdrawn', granted(PENDING), decisionThat('withdrawn')],
    ['undone', granted(decisionThat('approved', 'recalling')), decisionThat('approved', 'undone')],
  ])('is that it is open again when the decision is %s', (because, promised, decision) => {
    expect(settleRequest(promised, decision, NOW)).toEqual({
      kind: 'reopened',
      because,
      request: { ...request, version: 3 },
    });
  });

  it('is that it is open again when the allocation to its place is reversed', () => {
    const allocation = {
      sourceId: 's',
      decisionId: 'd',
      programmeId: 'job-creation',
      communeId: '06652-2025',
    };
    expect(reopenReversed(granted(APPROVED), allocation)).toEqual({
      kind: 'reopened',
      because: 'reversed',
      request: { ...request, version: 3 },
    });
    for (const elsewhere of [
      { programmeId: 'students' },
      { communeId: '22' },
      { sourceId: 't' },
      { decisionId: 'e' },
    ]) {
      expect(reopenReversed(granted(APPROVED), { ...allocation, ...elsewhere })).toBeNull();
    }
    expect(reopenReversed(request, allocation)).toBeNull();
  });
});
