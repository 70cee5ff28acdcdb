import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { newLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { applyChunk, chunkOf, moveQuota, ROWS_AT_ONCE } from './quota-application.ts';
import type { AppliedChunk } from './quota-application.ts';
import { beginApplying, decideDecision, proposeDecision } from './quota-decision.ts';
import type { Application, QuotaDecision } from './quota-decision.ts';
import { placeName } from './quota-lines.ts';
import type { QuotaLine } from './quota-lines.ts';
import { NOTHING_HELD, previewDecision } from './quota-preview.ts';

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

const preview = (lines: readonly QuotaLine[], places: readonly string[] = ['b']) =>
  previewDecision(
    vnd(100),
    ({ areaId }) => (places.includes(areaId) ? { quota: vnd(50), available: vnd(50) } : NOTHING_HELD),
    lines,
  );

const named = {
  sourceId: 's',
  decisionId: 'd',
  decision: { number: '12/QĐ', issuedOn: '2026-04-01', issuer: 'Ban đại diện' },
  effectiveOn: null,
};

const proposed = (lines: readonly QuotaLine[], places?: readonly string[]): QuotaDecision =>
  proposeDecision(named, preview(lines, places), { proposedBy: 'maker', proposedAt: AT });

const approved = (lines: readonly QuotaLine[] = LINES, places?: readonly string[]) =>
  decideDecision(proposed(lines, places), { outcome: 'approved', by: 'checker', at: AT, reason: null });

const inPhase = (phase: Application['phase']): QuotaDecision => ({
  ...approved(),
  effectiveOn: DAY,
  application: { phase, next: 0, setAside: ZERO_VND, failedLines: [] },
});

describe('rows recorded some at a time', () => {
  const long = (application: Application): QuotaDecision => ({
    ...approved(),
    effectiveOn: DAY,
    rows: 100,
    recalls: 40,
    application,
  });

  it.each([
    ['recalling', 0, [0, ROWS_AT_ONCE]],
    ['recalling', ROWS_AT_ONCE, [ROWS_AT_ONCE, 40]],
    ['allocating', 40, [40, 40 + ROWS_AT_ONCE]],
    ['allocating', 80, [80, 100]],
    ['undoing', 40, [40 - ROWS_AT_ONCE, 40]],
    ['undoing', 8, [0, 8]],
    ['applied', 100, null],
    ['undone', 0, null],
  ] as const)('%s from %i on are %j', (phase, next, range) => {
    expect(chunkOf(long({ phase, next, setAside: ZERO_VND, failedLines: [] }))).toEqual(range);
  });

  it('are none before it is approved, and after it is applied or undone', () => {
    expect(chunkOf(approved())).toBeNull();
    for (const decision of [approved(), inPhase('applied'), inPhase('undone')]) {
      expect(() => applyChunk(source, decision, new Map(), [])).toThrow(TypeError);
    }
    const withoutDay = { ...inPhase('recalling'), effectiveOn: null };
    expect(() => applyChunk(source, withoutDay, new Map(), [])).toThrow(TypeError);
  });

  it('name every line of a place that no longer has what they recall together, and change nothing', () => {
    const lines: QuotaLine[] = [
      { line: 0, kind: 'recall', ...B, amount: vnd(20) },
      { line: 1, kind: 'move', from: B, to: { ...B, areaId: 'a' }, amount: vnd(11) },
      { line: 2, kind: 'recall', programmeId: 'q', areaId: 'b', amount: vnd(10) },
      { line: 3, kind: 'allocate', programmeId: 'p', areaId: 'c', amount: vnd(50) },
    ];
    const leaf = (programmeId: string, available: number) => {
      const empty = newLeaf({ sourceId: 's', programmeId, communeId: 'b' });
      return { ...empty, balances: { ...empty.balances, 'cash-available': vnd(available) } };
    };
    const leaves = new Map([
      [placeName(B), leaf('p', 30)],
      [placeName({ programmeId: 'q', areaId: 'b' }), leaf('q', 10)],
    ]);
    const begun = beginApplying(source, approved(lines), DAY);
    expect(begun.source.committed).toBe(20n);
    const { rows } = preview(lines);
    const turned = applyChunk(begun.source, begun.decision, leaves, rows.slice(0, 3));
    expect(turned.moved).toEqual([]);
    expect(turned.decision).toMatchObject({
      version: begun.decision.version + 1,
      application: { phase: 'undone', failedLines: [0, 1], setAside: 0n },
    });
    expect(turned.source).toMatchObject({ committed: 0n, lastEntryOn: DAY });
    const gone = applyChunk(begun.source, begun.decision, new Map(), rows.slice(0, 3));
    expect(gone.decision.application?.failedLines).toEqual([0, 1, 2]);
  });

  const leafWith = (areaId: string, available: number): Leaf => {
    const empty = newLeaf({ sourceId: 's', programmeId: 'p', communeId: areaId });
    return { ...empty, version: 7, balances: { ...empty.balances, 'cash-available': vnd(available) } };
  };

  const kept = ({ source: books, decision }: Pick<AppliedChunk, 'source' | 'decision'>) => {
    const { phase, next, setAside } = decision.application ?? {};
    expect(books?.committed ?? setAside).toBe(setAside);
    return [phase, next, setAside];
  };

  it('keep back what is recalled until all of it is there, then what is still to be allocated', () => {
    const lines: QuotaLine[] = [
      ...LINES,
      { line: 3, kind: 'recall', programmeId: 'p', areaId: 'd', amount: vnd(10) },
    ];
    const { rows } = preview(lines, ['b', 'd']);
    const leaves = new Map(['b', 'd'].map((areaId) => [placeName({ ...B, areaId }), leafWith(areaId, 50)]));
    let now: Pick<AppliedChunk, 'source' | 'decision'> = beginApplying(
      source,
      approved(lines, ['b', 'd']),
      DAY,
    );
    const steps = [kept(now)];
    for (const row of rows) {
      now = applyChunk(now.source ?? source, now.decision, leaves, [row]);
      steps.push(kept(now));
    }
    expect(steps).toEqual([
      ['recalling', 0, 50n],
      ['recalling', 1, 80n],
      ['allocating', 2, 90n],
      ['allocating', 3, 50n],
      ['applied', 4, 0n],
    ]);
  });

  it('go back where they were when a later recall is no longer available', () => {
    const lines = ['b', 'c', 'd'].map((areaId, line): QuotaLine => ({
      line,
      kind: 'recall',
      programmeId: 'p',
      areaId,
      amount: vnd(10),
    }));
    const places = ['b', 'c', 'd'];
    const { rows } = preview(lines, places);
    const leaves = new Map(
      places.map((areaId) => [placeName({ ...B, areaId }), leafWith(areaId, areaId === 'd' ? 9 : 50)]),
    );
    const begun = beginApplying(source, approved(lines, places), DAY);
    const recalled = applyChunk(begun.source, begun.decision, leaves, rows.slice(0, 2));
    expect(kept(recalled)).toEqual(['recalling', 2, 20n]);
    const turned = applyChunk(recalled.source ?? source, recalled.decision, leaves, rows.slice(2));
    expect(turned).toMatchObject({ source: null, moved: [] });
    expect(kept(turned)).toEqual(['undoing', 2, 20n]);
    expect(turned.decision.application?.failedLines).toEqual([2]);
    const back = applyChunk(recalled.source ?? source, turned.decision, leaves, rows.slice(1, 2));
    expect(kept(back)).toEqual(['undoing', 1, 10n]);
    expect(back.moved[0]?.entries).toMatchObject([{ kind: 'allocate', amount: 10n, version: 8 }]);
    const undone = applyChunk(back.source ?? source, back.decision, leaves, rows.slice(0, 1));
    expect(kept(undone)).toEqual(['undone', 0, 0n]);
    expect(undone.source?.balances['cash-unallocated']).toBe(100n);
  });

  it('are all recorded with the last recall when nothing is allocated', () => {
    const begun = beginApplying(source, approved(LINES.slice(1, 2)), DAY);
    const leaves = new Map([[placeName(B), leafWith('b', 50)]]);
    const { rows } = preview(LINES.slice(1, 2));
    expect(kept(applyChunk(begun.source, begun.decision, leaves, rows))).toEqual(['applied', 1, 0n]);
  });

  it('that go together into a leaf are one entry, its recalls before its allocations', () => {
    const place = { ...B, isMove: false };
    const { source: posted, moved } = moveQuota(
      source,
      new Map([[placeName(B), leafWith('b', 50)]]),
      [
        { line: 0, kind: 'allocate', ...place, amount: vnd(60) },
        { line: 1, kind: 'recall', ...place, amount: vnd(30) },
        { line: 2, kind: 'allocate', ...place, isMove: true, amount: vnd(5) },
        { line: 3, kind: 'allocate', ...place, areaId: 'a', amount: vnd(1) },
      ],
      DAY,
    );
    expect(posted).toMatchObject({ version: 2, lastEntryOn: DAY, balances: { 'cash-unallocated': 64n } });
    expect(moved.map(({ leaf, read }) => [leaf.communeId, read, leaf.version])).toEqual([
      ['b', 7, 9],
      ['a', 0, 1],
    ]);
    expect(moved[0]?.entries).toEqual([
      {
        kind: 'recall',
        amount: 30n,
        version: 8,
        postings: [{ debit: 'cash-unallocated', credit: 'cash-available', amount: 30n }],
      },
      {
        kind: 'allocate',
        amount: 65n,
        version: 9,
        postings: [{ debit: 'cash-available', credit: 'cash-unallocated', amount: 65n }],
      },
    ]);
  });
});
