import { committedAmount } from '#lending/loans/domain/loan.ts';
import type { Loan } from '#lending/loans/domain/loan.ts';
import type { Commitment } from '#lending/programmes/domain/programme.ts';
import type { Committed, RequestStore } from './ports.ts';

/** The loans of a household in a programme that still count against its ceiling. */
export async function countingLoans(store: RequestStore, committed: Committed): Promise<Loan[]> {
  if (committed.loanIds.length === 0) return [];
  const loans = await store.readLoans(committed.loanIds);
  return loans.filter((loan) => committedAmount(loan) > 0n);
}

export function commitmentsOf(loans: readonly Loan[]): Commitment[] {
  return loans.map((loan) => ({ personId: loan.personId, amount: committedAmount(loan) }));
}
