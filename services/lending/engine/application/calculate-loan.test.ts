import { expect, test } from 'vitest';
import { day, lent, terms } from '#test/support/engine-terms.ts';
import type { LoanTerms } from '../domain/terms/terms.ts';
import { calculateLoan } from './calculate-loan.ts';

const ask = (amount: number, change: Partial<LoanTerms> = {}) =>
  calculateLoan({
    terms: terms(change),
    facts: [lent('2026-01-15', amount)],
    asOf: day('2026-02-01'),
    knownOn: null,
    payoffOn: day('2026-02-01'),
  });

test('the calculator refuses by name what cannot be planned', () => {
  expect(ask(12).instalments).toHaveLength(12);
  expect(() => ask(5)).toThrow(expect.objectContaining({ code: 'principal-too-small' }));
  const centuries = {
    interestEvery: { n: 600, unit: 'year' },
    principalEvery: { n: 600, unit: 'year' },
  } as const;
  expect(() => ask(5_000_000, centuries)).toThrow(expect.objectContaining({ code: 'due-date-out-of-range' }));
});
