import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { differenceOf, NOTHING_SPLIT, splitPostings } from './interest-split.ts';
import type { SplitParts } from './interest-split.ts';
import { postSplit } from './post-split.ts';

/** Of interest that was split, so much is unallocated and so much in the provision. */
function sourceWith(unallocated: bigint, provision: bigint): CapitalSource {
  return {
    sourceId: 's',
    version: 1,
    investorId: 'i',
    kind: 'entrusted',
    contractNumber: '1',
    openedOn: '2026-01-01',
    lastEntryOn: '2026-01-01',
    handedOver: null,
    committed: vnd(0),
    balances: {
      ...emptyBalances(SOURCE_ACCOUNTS),
      'cash-unallocated': vnd(unallocated),
      'capital-supplement': vnd(unallocated),
      'cash-provision': vnd(provision),
      'risk-provision': vnd(provision),
      'interest-distributed': vnd(unallocated + provision),
      'interest-drawn': vnd(unallocated + provision),
    },
    chain: EMPTY_CHAIN,
  };
}

const refused = (code: string, facts: Readonly<Record<string, string | bigint>>) =>
  expect.objectContaining({ code, facts }) as Error;

describe('what a run posts', () => {
  const difference = (given: Partial<SplitParts>): SplitParts => ({ ...NOTHING_SPLIT, ...given });

  it('is each part on its accounts, and the other way round what is taken back', () => {
    const more = { provision: vnd(1), fee: vnd(2), activities: vnd(3), supplement: vnd(4) };
    const posted = [
      ['cash-provision', 'interest-drawn', 1n],
      ['interest-distributed', 'risk-provision', 1n],
      ['management-fee', 'interest-drawn', 2n],
      ['steering-activities', 'interest-drawn', 3n],
      ['cash-unallocated', 'interest-drawn', 4n],
      ['interest-distributed', 'capital-supplement', 4n],
    ] as const;
    expect(splitPostings(more)).toEqual(posted.map(([debit, credit, amount]) => ({ debit, credit, amount })));
    expect(splitPostings(differenceOf(NOTHING_SPLIT, more))).toEqual(
      posted.map(([debit, credit, amount]) => ({ debit: credit, credit: debit, amount })),
    );
  });

  it('is nothing when nothing differs', () => {
    const source = sourceWith(0n, 0n);
    expect(postSplit(source, NOTHING_SPLIT, '2026-11-02')).toEqual({ source, postings: [] });
  });

  it('takes back only what is still there, and leaves no earlier day short', () => {
    const taking = difference({ supplement: vnd(-11), fee: vnd(11) });
    expect(() => postSplit(sourceWith(10n, 0n), taking, '2026-11-02')).toThrow(
      refused('split-money-spent', {
        account: 'cash-unallocated',
        held: 10n,
        takenBack: 11n,
        missing: 1n,
      }),
    );
    expect(postSplit(sourceWith(11n, 0n), taking, '2026-11-02').source.balances).toMatchObject({
      'cash-unallocated': 0n,
    });
    const fromProvision = difference({ provision: vnd(-6), activities: vnd(6) });
    expect(() => postSplit(sourceWith(10n, 5n), fromProvision, '2026-11-02')).toThrow('split-money-spent');
    const busy = { ...sourceWith(20n, 0n), lastEntryOn: '2026-11-03' };
    expect(() => postSplit(busy, taking, '2026-11-02')).toThrow(
      refused('effective-day-before-last-entry', { effectiveOn: '2026-11-02', lastEntryOn: '2026-11-03' }),
    );
    expect(postSplit(busy, difference({ supplement: vnd(5) }), '2026-11-02').source).toMatchObject({
      lastEntryOn: '2026-11-03',
      balances: { 'cash-unallocated': 25n },
    });
  });
});
