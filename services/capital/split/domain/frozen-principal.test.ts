import { expect, it } from 'vitest';
import { vnd } from '#shared/domain/vnd.ts';
import { frozenByDay } from './frozen-principal.ts';
import type { LoanMove } from './frozen-principal.ts';

const lent = (effectiveOn: string, amount: number): LoanMove => ({
  effectiveOn,
  postings: [{ debit: 'loans', credit: 'cash-reserved', amount: vnd(amount) }],
});

const returned = (effectiveOn: string, amount: number): LoanMove => ({
  effectiveOn,
  postings: [
    { debit: 'cash-available', credit: 'loans', amount: vnd(amount) },
    { debit: 'cash-interest', credit: 'interest-collected', amount: vnd(7) },
  ],
});

it('counts what is lent of frozen loans at the end of each day, first and last day of the freeze included', () => {
  const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
  const moves = new Map([
    ['one', [lent('2026-09-01', 100), returned('2026-10-03', 40)]],
    ['other', [lent('2026-10-02', 5)]],
    ['free', [lent('2026-09-01', 1000)]],
  ]);
  const freezes = [
    { loanId: 'one', from: '2026-10-02', until: '2026-10-03' },
    { loanId: 'one', from: '2026-10-03', until: '2026-10-03' },
    { loanId: 'other', from: '2026-09-01', until: '2027-09-01' },
  ];
  expect([...frozenByDay(freezes, moves, days).values()]).toEqual([0n, 105n, 65n, 5n]);
});
