import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { newLeaf } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import {
  appliedAtOnce,
  assertNotRefused,
  beginApplying,
  decideDecision,
  isVoid,
  paperOf,
  proposeDecision,
  statusOfDecision,
} from './quota-decision.ts';
import type { Application, QuotaDecision } from './quota-decision.ts';
import type { QuotaLine } from './quota-lines.ts';
import { NOTHING_HELD, previewDecision } from './quota-preview.ts';
import { reverseAllocation } from './reverse-allocation.ts';

const DAY = '2026-04-10';

const AT = '2026-04-10T02:00:00.000Z';

const source: CapitalSource = {
  sourceId: 's',
  version: 1,
  investorId: 'i',
  kind: 'entrusted',
  contractNumber: '1',
  openedOn: '2026-01-01',
  lastEntryOn: '2026-01-01',
  balances: { ...emptyBalances(SOURCE_ACCOUNTS), 'cash-unallocated': vnd(100) },
  committed: ZERO_VND,
  handedOver: null,
  chain: EMPTY_CHAIN,
};

const B = { programmeId: 'p', areaId: 'b' };

/** 100 unallocated, 50 available in B; 30 are recalled there and 90 allocated to A and C. */
const LINES: QuotaLine[] = [
  { line: 0, kind: 'allocate', programmeId: 'p', areaId: 'c', amount: vnd(50) },
  { line: 1, kind: 'recall', ...B, amount: vnd(30) },
  { line: 2, kind: 'allocate', programmeId: 'p', areaId: 'a', amount: vnd(40) },
];

const preview = (lines: readonly QuotaLine[]) =>
  previewDecision(
    vnd(100),
    ({ areaId }) => (areaId === 'b' ? { quota: vnd(50), available: vnd(50) } : NOTHING_HELD),
    lines,
  );

const named = {
  sourceId: 's',
  decisionId: 'd',
  decision: { number: '12/QĐ', issuedOn: '2026-04-01', issuer: 'Ban đại diện' },
  effectiveOn: null,
};

const proposed = (lines: readonly QuotaLine[] = LINES): QuotaDecision =>
  proposeDecision(named, preview(lines), { proposedBy: 'maker', proposedAt: AT });

const decided = (outcome: Decided['outcome']): Decided => ({
  outcome,
  by: outcome === 'withdrawn' ? 'maker' : 'checker',
  at: AT,
  reason: null,
});

const approved = (lines: readonly QuotaLine[] = LINES) =>
  decideDecision(proposed(lines), decided('approved'));

const inPhase = (phase: Application['phase']): QuotaDecision => ({
  ...approved(),
  effectiveOn: DAY,
  application: { phase, next: 0, setAside: ZERO_VND, failedLines: [] },
});

describe('a quota decision', () => {
  it('says what it does, where, and that nothing of it is decided or recorded', () => {
    expect(proposed()).toEqual({
      ...named,
      proposedBy: 'maker',
      proposedAt: AT,
      version: 1,
      sums: preview(LINES).sums,
      rows: 3,
      recalls: 1,
      areaIds: ['a', 'b', 'c'],
      decided: null,
      application: null,
    });
  });

  it('is of a paper with its number and day, the sums it gives and takes, and where', () => {
    expect(paperOf(proposed())).toEqual({
      kind: 'quota',
      sourceId: 's',
      number: '12/QĐ',
      day: '2026-04-01',
      amounts: ['90', '30'],
      areaIds: ['a', 'b', 'c'],
    });
  });

  it.each([
    [proposed(), 'pending', false],
    [decideDecision(proposed(), decided('rejected')), 'rejected', true],
    [decideDecision(proposed(), decided('withdrawn')), 'withdrawn', true],
    [approved(), 'applying', false],
    [inPhase('recalling'), 'applying', false],
    [inPhase('allocating'), 'applying', false],
    [inPhase('undoing'), 'applying', false],
    [inPhase('applied'), 'approved', false],
    [inPhase('undone'), 'undone', true],
  ] as const)('stands where its decision and its rows are (%#)', (decision, status, comesToNothing) => {
    expect(statusOfDecision(decision)).toBe(status);
    expect(isVoid(decision)).toBe(comesToNothing);
  });

  it('is refused with everything that is wrong with it, strangers before limits', () => {
    const limit = { pointer: '/lines/0/amount', detail: { vi: 'a', en: 'a' } };
    const field = { pointer: '/lines/1/areaId', detail: { vi: 'b', en: 'b' } };
    const stranger = { code: 'reference-unknown', line: 1, field } as const;
    expect(() => {
      assertNotRefused([], []);
    }).not.toThrow();
    expect(() => {
      assertNotRefused([limit], []);
    }).toThrow(
      expect.objectContaining({
        code: 'quota-decision-refused',
        facts: { limits: 1 },
        fields: [limit],
      }) as Error,
    );
    expect(() => {
      assertNotRefused([limit, field], [stranger]);
    }).toThrow(expect.objectContaining({ code: 'reference-unknown', fields: [limit, field] }) as Error);
  });

  it('may be recorded with its approval', () => {
    expect(approved()).toMatchObject({ version: 2, effectiveOn: null, application: null });
    expect(appliedAtOnce(approved(), DAY)).toEqual({
      ...approved(),
      effectiveOn: DAY,
      application: { phase: 'applied', next: 3, setAside: 0n, failedLines: [] },
    });
  });

  it('keeps back what it allocates beyond its recalls, and begins with those', () => {
    const begun = beginApplying(source, approved(), DAY);
    expect(begun.source).toMatchObject({ committed: 60n, lastEntryOn: DAY });
    const application = { phase: 'recalling', next: 0, setAside: 60n, failedLines: [] };
    expect(begun.decision).toEqual({ ...approved(), effectiveOn: DAY, application });
    const recall = approved(LINES.slice(1, 2));
    expect(beginApplying(source, recall, DAY).source.committed).toBe(0n);
    const allocate = approved(LINES.slice(0, 1));
    expect(beginApplying(source, allocate, DAY).decision.application).toMatchObject({ phase: 'allocating' });
  });
});

describe('an allocation', () => {
  const empty = newLeaf({ sourceId: 's', programmeId: 'p', communeId: 'b' });
  const leaf = { ...empty, balances: { ...empty.balances, 'cash-available': vnd(50) } };
  const entry = {
    amount: vnd(50),
    recordedBy: 'maker',
    effectiveOn: DAY,
    document: null,
    decisionId: 'd',
    isReversed: false,
  };
  const reversing = { by: 'checker', effectiveOn: DAY };

  it('is taken back as long as all of it is available', () => {
    const reversed = reverseAllocation(source, leaf, entry, reversing);
    expect(reversed.source).toMatchObject({ lastEntryOn: DAY, balances: { 'cash-unallocated': 150n } });
    expect(reversed.leaf).toMatchObject({ version: 1, balances: { 'cash-available': 0n } });
    expect(reversed.postings).toEqual([{ debit: 'cash-unallocated', credit: 'cash-available', amount: 50n }]);
    expect(() => reverseAllocation(source, leaf, { ...entry, amount: vnd(51) }, reversing)).toThrow(
      expect.objectContaining({
        code: 'capital-available-exceeded',
        facts: { available: 50n, requested: 51n, missing: 1n },
      }) as Error,
    );
    expect(() => reverseAllocation(source, leaf, entry, { ...reversing, by: 'maker' })).toThrow(
      'maker-may-not-reverse',
    );
  });
});
