import { describe, expect, it } from 'vitest';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { everyMove } from '#test/support/every-move.ts';
import { applyChunk, ROWS_AT_ONCE } from './quota-application.ts';
import { QUOTA_STATUSES } from '#shared/domain/words/quota-status.ts';
import { QUOTA_DECISION_TRANSITIONS } from './quota-decision-transitions.ts';
import type { QuotaVerb } from './quota-decision-transitions.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';
import { appliedAtOnce, beginApplying, decideDecision, statusOfDecision } from './quota-decision.ts';
import type { Application, QuotaDecision } from './quota-decision.ts';
import { placeName } from './quota-lines.ts';
import type { QuotaRow } from './quota-preview.ts';

const DAY = '2026-02-01';

const HELD = { quota: vnd(0), available: vnd(0) };

const place = (line: number) => ({ programmeId: 'job-creation', areaId: `area-${line}` });

const row = (line: number): QuotaRow => ({
  ...place(line),
  line,
  kind: 'recall',
  isMove: false,
  amount: vnd(10),
  before: HELD,
  after: HELD,
});

const ROWS = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, index) => row(index + 1));

const source: CapitalSource = {
  sourceId: 's',
  version: 2,
  investorId: 'i',
  kind: 'entrusted',
  contractNumber: '1',
  openedOn: DAY,
  lastEntryOn: DAY,
  balances: {
    ...emptyBalances(SOURCE_ACCOUNTS),
    'cash-unallocated': vnd(1000),
    'entrusted-capital': vnd(1000),
  },
  committed: vnd(0),
  handedOver: null,
  chain: EMPTY_CHAIN,
};

const leaves = new Map(
  ROWS.map(({ programmeId, areaId }) => [
    placeName({ programmeId, areaId }),
    postToLeaf(newLeaf({ sourceId: 's', programmeId, communeId: areaId }), [
      { debit: 'cash-available', credit: 'cash-unallocated', amount: vnd(10) },
    ]),
  ]),
);

const PENDING: QuotaDecision = {
  sourceId: 's',
  decisionId: 'decision-1',
  version: 1,
  decision: { number: '1/QĐ', issuedOn: DAY, issuer: 'x' },
  effectiveOn: DAY,
  sums: {
    lines: ROWS.length,
    allocated: vnd(0),
    recalled: vnd(ROWS.length * 10),
    unallocatedBefore: vnd(0),
    unallocatedAfter: vnd(0),
  },
  rows: ROWS.length,
  recalls: ROWS.length,
  areaIds: ROWS.map(({ areaId }) => areaId),
  proposedBy: 'planner',
  proposedAt: `${DAY}T02:00:00.000Z`,
  decided: null,
  application: null,
};

const decided = (outcome: Decided['outcome']): Decided => ({
  outcome,
  by: outcome === 'withdrawn' ? 'planner' : 'director',
  at: `${DAY}T03:00:00.000Z`,
  reason: 'x',
});

const approve = (decision: QuotaDecision) => decideDecision(decision, decided('approved'));

/** The decision with its application where the act starts from, when it has one at all. */
const at = (decision: QuotaDecision, change: Partial<Application>): QuotaDecision => ({
  ...decision,
  application: decision.application && { ...decision.application, ...change },
});

const apply = (decision: QuotaDecision, rows: readonly QuotaRow[], held = leaves): QuotaDecision =>
  applyChunk(source, decision, held, rows).decision;

const ACTS: Readonly<Record<QuotaVerb, (decision: QuotaDecision) => QuotaDecision>> = {
  approve: (decision) => appliedAtOnce(approve(decision), DAY),
  reject: (decision) => decideDecision(decision, decided('rejected')),
  withdraw: (decision) => decideDecision(decision, decided('withdrawn')),
  beginApplying: (decision) => beginApplying(source, approve(decision), DAY).decision,
  applyNext: (decision) => apply(decision, ROWS.slice(0, ROWS_AT_ONCE)),
  complete: (decision) => {
    const isApplying = statusOfDecision(decision) === 'applying';
    const before = isApplying ? at(decision, { next: ROWS_AT_ONCE }) : decision;
    return apply(before, ROWS.slice(ROWS_AT_ONCE));
  },
  undo: (decision) => apply(decision, ROWS.slice(0, 1), new Map()),
};

const APPLYING = ACTS.beginApplying(PENDING);

const IN: Readonly<Record<QuotaStatus, QuotaDecision>> = {
  pending: PENDING,
  applying: APPLYING,
  approved: ACTS.approve(PENDING),
  rejected: ACTS.reject(PENDING),
  withdrawn: ACTS.withdraw(PENDING),
  undone: ACTS.undo(APPLYING),
};

/** What the platform itself does next is never refused to a person: to try it elsewhere is a defect. */
const REFUSALS: Readonly<Record<QuotaVerb, string>> = {
  approve: 'proposal-not-pending',
  reject: 'proposal-not-pending',
  withdraw: 'proposal-not-pending',
  beginApplying: 'proposal-not-pending',
  applyNext: 'not being applied',
  complete: 'not being applied',
  undo: 'not being applied',
};

describe('a quota decision', () => {
  it.each(everyMove(QUOTA_STATUSES, QUOTA_DECISION_TRANSITIONS))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      expect(statusOfDecision(IN[from])).toBe(from);
      if (to === null) expect(() => ACTS[verb](IN[from])).toThrow(REFUSALS[verb]);
      else expect(statusOfDecision(ACTS[verb](IN[from]))).toBe(to);
    },
  );
});
