import { describe, expect, it } from 'vitest';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { ACCOUNTS, LEAF_ACCOUNTS, SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { changesOf, emptyBalances, isLeafAccount, post } from './accounts.ts';
import type { Posting } from './accounts.ts';

const posting = (debit: Account, credit: Account, amount: number): Posting => ({
  debit,
  credit,
  amount: vnd(amount),
});

describe('an account', () => {
  it('is of a leaf or of a source', () => {
    expect(ACCOUNTS.filter(isLeafAccount)).toEqual(LEAF_ACCOUNTS);
  });
});

describe('what postings change', () => {
  it('is told on the side of each account, and adds up', () => {
    const changes = changesOf([
      posting('cash-unallocated', 'entrusted-capital', 100),
      posting('cash-available', 'cash-unallocated', 60),
      posting('cash-unallocated', 'interest-drawn', 7),
      posting('capital-supplement', 'entrusted-capital', 3),
    ]);
    expect(Object.fromEntries(changes)).toEqual({
      'cash-unallocated': 47n,
      'entrusted-capital': 103n,
      'cash-available': 60n,
      'interest-drawn': 7n,
      'capital-supplement': -3n,
    });
  });

  it('is never of nothing, or less: the sides of a posting say which way money goes', () => {
    for (const amount of [0, -1]) {
      expect(() => changesOf([posting('loans', 'cash-reserved', amount)])).toThrow(RangeError);
    }
  });
});

describe('posting', () => {
  const held = { ...emptyBalances(SOURCE_ACCOUNTS), 'cash-unallocated': vnd(60) };

  it('changes the accounts that are held, and leaves the balances before as they were', () => {
    const posted = post(held, [posting('cash-available', 'cash-unallocated', 60)]);
    expect(posted).toEqual({ ...held, 'cash-unallocated': ZERO_VND });
    expect(held['cash-unallocated']).toBe(60n);
  });

  it('lets no balance fall below zero', () => {
    const beyond = [posting('cash-available', 'cash-unallocated', 61)];
    expect(() => post(held, beyond)).toThrow(new RangeError('cash-unallocated would fall to -1 đồng'));
  });
});
