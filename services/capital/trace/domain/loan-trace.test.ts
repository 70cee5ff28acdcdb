import { describe, expect, it } from 'vitest';
import type { LoanCapital } from '#capital/reservations/domain/loan-capital.ts';
import type { LoanEntry } from '#capital/reservations/domain/loan-entry.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { balanceOf, statusOn } from './loan-trace.ts';

const loan: LoanCapital = {
  loanId: 'loan-1',
  householdId: 'hh-1',
  sourceId: 'src-1',
  programmeId: 'job-creation',
  communeId: '06652-2025',
  version: 3,
  requestNumber: 1,
  status: 'closed',
  ending: { kind: 'settled', loanVersion: 9, on: '2026-03-01' },
};

const entries: LoanEntry[] = [
  {
    effectiveOn: '2026-01-01',
    outcome: 'reserved',
    postings: [{ debit: 'cash-reserved', credit: 'cash-available', amount: vnd(80) }],
  },
  {
    effectiveOn: '2026-01-05',
    outcome: 'lent',
    postings: [{ debit: 'loans', credit: 'cash-reserved', amount: vnd(80) }],
  },
  {
    effectiveOn: '2026-03-01',
    outcome: 'returned',
    postings: [
      { debit: 'cash-available', credit: 'loans', amount: vnd(80) },
      { debit: 'cash-interest', credit: 'interest-collected', amount: vnd(2) },
    ],
  },
];

describe('a loan as of a day', () => {
  it.each([
    [0, '2025-12-31', null, { reserved: 0n, lent: 0n, principalReturned: 0n, interestCollected: 0n }],
    [1, '2026-01-04', 'reserved', { reserved: 80n, lent: 0n, principalReturned: 0n, interestCollected: 0n }],
    [2, '2026-02-28', 'lent', { reserved: 0n, lent: 80n, principalReturned: 0n, interestCollected: 0n }],
    [3, '2026-03-01', 'closed', { reserved: 0n, lent: 0n, principalReturned: 80n, interestCollected: 2n }],
  ] as const)('after %i entries, on %s, is %s', (count, asOf, status, balance) => {
    const upTo = entries.slice(0, count);
    expect(statusOn(loan, upTo, asOf)).toBe(status);
    expect(balanceOf(upTo)).toEqual({ ...balance, writtenOff: 0n });
  });
});
