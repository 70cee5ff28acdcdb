import { expect, test } from 'vitest';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { asOf, day, lent, paid } from '#test/support/engine-terms.ts';

const TERMS = {
  instalments: 3,
  interestRunsOn: 'schedule' as const,
  grace: { principal: 0, interestPayment: 1, interestFree: 0 },
  overduePrincipalAccrues: false,
};

const LENT = lent('2026-01-15', 12_000_000);

const waived: Fact = { type: 'waiver', id: 'waived', on: day('2026-02-01'), amount: 30_000 };

test('interest waived while none was asked is less to pay at the end, and never money of the borrower', () => {
  // Row 1: 12 000 000 × 6.6 % × 31 / 365 = 67 265.75, asked with row 2; 30 000 of it are given up.
  // Row 2 to 1 March, by the schedule: 8 000 000 × 6.6 % × 14 / 365 = 20 252.05.
  const { payoff } = asOf('2026-03-01', TERMS, [LENT, waived]);
  expect(payoff).toMatchObject({ principal: 12_000_000, interest: 67_266 - 30_000 + 20_252 });
  const closed = [LENT, waived, paid('2026-03-01', payoff.principal + payoff.interest)];
  const { position } = asOf('2026-04-15', TERMS, closed);
  expect(position).toMatchObject({ principalOutstanding: 0, interestAccrued: 0, excess: 0 });
});
