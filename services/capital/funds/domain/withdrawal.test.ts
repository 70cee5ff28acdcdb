import { describe, expect, it } from 'vitest';
import { openSource } from '#capital/sources/domain/opening-source.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { receiveCapital } from './receipt.ts';
import { reverseWithdrawal, withdrawCapital } from './withdrawal.ts';

const contract = { number: '1', signedOn: '2026-01-01', decision: { issuedOn: '2026-01-01' } };

const opened = openSource(
  { sourceId: 'src-1', investorId: 'i', kind: 'entrusted', contract, effectiveOn: '2026-01-01' },
  { investorId: 'i', kind: 'province', validFrom: null, validTo: null },
);

const decided = (amount: number, effectiveOn = '2026-02-01') => ({
  amount: vnd(amount),
  issuedOn: '2026-01-01',
  effectiveOn,
});

const { source } = receiveCapital(opened, decided(100));

describe('a withdrawal', () => {
  it('takes what is unallocated and no đồng more', () => {
    expect(withdrawCapital(source, decided(100)).source.balances).toMatchObject({
      'cash-unallocated': 0n,
      'capital-withdrawn': 100n,
      'entrusted-capital': 100n,
    });
    expect(() => withdrawCapital(source, decided(101))).toThrow('capital-unallocated-exceeded');
  });

  it('is money that goes out: not before the latest entry, not before its decision', () => {
    expect(() => withdrawCapital(source, decided(1, '2026-01-31'))).toThrow(
      'effective-day-before-last-entry',
    );
    expect(() => withdrawCapital(source, { ...decided(1), issuedOn: '2026-02-02' })).toThrow(
      'decision-not-yet-issued',
    );
  });

  it('is taken back by another person, once', () => {
    const { source: after } = withdrawCapital(source, decided(30));
    const entry = {
      amount: vnd(30),
      recordedBy: 'maker',
      effectiveOn: '2026-02-01',
      document: null,
      decisionId: null,
      isReversed: false,
    };
    const reversing = { by: 'checker', effectiveOn: '2026-02-02' };
    expect(reverseWithdrawal(after, entry, reversing).source.balances).toEqual(source.balances);
    expect(() => reverseWithdrawal(after, entry, { ...reversing, by: 'maker' })).toThrow(
      'maker-may-not-reverse',
    );
    expect(() =>
      reverseWithdrawal(after, { ...entry, document: null, decisionId: null, isReversed: true }, reversing),
    ).toThrow('entry-already-reversed');
  });
});
