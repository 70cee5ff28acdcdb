import { accountOf } from './loan-account.ts';
import type { WrittenOff } from './loan-facts.ts';
import type { LoanIn } from './loan.ts';
import { writeOff } from './running-loan.ts';

/** All that is owed on a day leaves the books by decision: the fact that tells how much, and the loan after it. */
export function writeLoanOff(
  loan: LoanIn<'active'>,
  decided: Omit<WrittenOff, 'kind' | 'principal' | 'interest' | 'recordedAt'>,
): { readonly fact: WrittenOff; readonly after: LoanIn<'written-off'> } {
  const { owed, loan: after } = writeOff({ loan, account: accountOf(loan) }, decided);
  return { fact: { kind: 'written-off', ...decided, ...owed }, after };
}
