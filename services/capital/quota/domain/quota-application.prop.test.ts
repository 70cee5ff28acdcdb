import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { quotaOf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { unallocatedOf } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { sumVnd, vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { applyChunk, chunkOf, moveQuota } from './quota-application.ts';
import { beginApplying, decideDecision, proposeDecision, statusOfDecision } from './quota-decision.ts';
import { linesOf, movementsOf, placeName } from './quota-lines.ts';
import type { QuotaLine } from './quota-lines.ts';
import { NOTHING_HELD, previewDecision } from './quota-preview.ts';

const DAY = '2026-01-01';

const FUND = 3000n;

/** A source and its leaves; what others lend or allocate meanwhile comes in between. */
class Books {
  source: CapitalSource = {
    sourceId: 's',
    version: 1,
    investorId: 'i',
    kind: 'entrusted',
    contractNumber: '1',
    openedOn: DAY,
    lastEntryOn: DAY,
    balances: {
      ...emptyBalances(SOURCE_ACCOUNTS),
      'cash-unallocated': vnd(FUND),
      'entrusted-capital': vnd(FUND),
    },
    committed: ZERO_VND,
    handedOver: null,
    chain: EMPTY_CHAIN,
  };
  readonly leaves = new Map<string, Leaf>();

  preview(lines: readonly QuotaLine[]) {
    return previewDecision(
      unallocatedOf(this.source),
      (place) => {
        const balances = this.leaves.get(placeName(place))?.balances;
        return balances ? { quota: quotaOf(balances), available: balances['cash-available'] } : NOTHING_HELD;
      },
      lines,
    );
  }

  take({ source, moved }: Pick<ReturnType<typeof applyChunk>, 'source' | 'moved'>): void {
    this.source = source ?? this.source;
    for (const { leaf } of moved) {
      this.leaves.set(placeName({ programmeId: leaf.programmeId, areaId: leaf.communeId }), leaf);
    }
  }

  /** Somebody reserves all that a leaf has available. */
  reserve(name: string): void {
    const leaf = this.leaves.get(name);
    if (!leaf) return;
    const { 'cash-available': available, 'cash-reserved': reserved } = leaf.balances;
    const balances = {
      ...leaf.balances,
      'cash-available': ZERO_VND,
      'cash-reserved': vnd(available + reserved),
    };
    this.leaves.set(name, { ...leaf, version: leaf.version + 1, balances });
  }

  /** Somebody allocates all that may be given out. */
  giveOut(): void {
    const amount = vnd(unallocatedOf(this.source));
    if (amount === 0n) return;
    const place = { programmeId: 'r', areaId: 'z' };
    const movement = { line: 0, kind: 'allocate', isMove: false, ...place, amount } as const;
    this.take(moveQuota(this.source, this.leaves, [movement], DAY));
  }

  check(): void {
    const quota = sumVnd([...this.leaves.values()].map(({ balances }) => quotaOf(balances)));
    expect(this.source.balances['cash-unallocated'] + quota).toBe(FUND);
    expect(unallocatedOf(this.source)).toBeGreaterThanOrEqual(0n);
    for (const { balances } of this.leaves.values()) {
      for (const balance of Object.values(balances)) expect(balance).toBeGreaterThanOrEqual(0n);
    }
  }
}

const places = fc.record({
  programmeId: fc.constantFrom('p', 'q'),
  areaId: fc.integer({ min: 0, max: 30 }).map((number) => `a${String(number)}`),
});

const amount = fc.integer({ min: 1, max: 60 }).map((given) => vnd(given));

const lines = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('allocate' as const, 'recall' as const), place: places, amount }),
      fc.record({ kind: fc.constant('move' as const), from: places, to: places, amount }),
    ),
    { minLength: 1, maxLength: 160 },
  )
  .map((given) =>
    given.map((one, line): QuotaLine =>
      one.kind === 'move'
        ? { line, kind: 'move', from: one.from, to: one.to, amount: one.amount }
        : { line, kind: one.kind, ...one.place, amount: one.amount },
    ),
  );

const proposed = (preview: ReturnType<typeof previewDecision>) =>
  proposeDecision(
    {
      sourceId: 's',
      decisionId: 'd',
      decision: { number: '1', issuedOn: DAY, issuer: 'x' },
      effectiveOn: DAY,
    },
    preview,
    { proposedBy: 'maker', proposedAt: `${DAY}T00:00:00.000Z` },
  );

test.prop([lines, lines, fc.array(fc.nat({ max: 61 }), { maxLength: 4 })], { numRuns: 120 })(
  'decisions make and lose no money, at once, some rows at a time, or undone',
  (first, second, reserved) => {
    const books = new Books();
    const opening = books.preview(first);
    books.take(moveQuota(books.source, books.leaves, opening.rows, DAY));
    books.check();

    const preview = books.preview(second);
    expect(books.preview(linesOf(preview.rows)).refused).toEqual([]);
    if (preview.rows.length === 0) return;
    const approved = decideDecision(proposed(preview), {
      outcome: 'approved',
      by: 'checker',
      at: `${DAY}T00:00:00.000Z`,
      reason: null,
    });
    const atStart = new Map(books.leaves);
    let { source, decision } = beginApplying(books.source, approved, DAY);
    books.take({ source, moved: [] });
    books.check();
    // What may be given out meanwhile is given out, and some leaves lend all they have.
    books.giveOut();
    const names = [...books.leaves.keys()];
    for (const index of reserved) books.reserve(names[index] ?? '');
    for (let range = chunkOf(decision); range !== null; range = chunkOf(decision)) {
      const applied = applyChunk(books.source, decision, books.leaves, preview.rows.slice(...range));
      ({ decision } = applied);
      books.take(applied);
      books.check();
      books.giveOut();
    }
    source = books.source;
    expect(source.committed).toBe(0n);
    expect(decision.application?.setAside).toBe(0n);
    if (statusOfDecision(decision) === 'undone') {
      expect(decision.application?.failedLines).not.toEqual([]);
      for (const [name, leaf] of atStart) {
        const now = books.leaves.get(name);
        expect(now && quotaOf(now.balances)).toBe(quotaOf(leaf.balances));
      }
      return;
    }
    expect(statusOfDecision(decision)).toBe('approved');
    const wanted = new Map(preview.rows.map((row) => [placeName(row), row.after.quota]));
    for (const [name, quota] of wanted) {
      const leaf = books.leaves.get(name);
      expect(leaf && quotaOf(leaf.balances)).toBe(quota);
    }
  },
);

test.prop([lines], { numRuns: 60 })('lines come back from their movements as they were sent', (given) => {
  const sent = given.filter((line) => line.kind !== 'move' || placeName(line.from) !== placeName(line.to));
  expect(linesOf(movementsOf(sent))).toEqual(sent);
});
