import type { LoanFact } from '../domain/loan-facts.ts';
import { applyFact } from '../domain/loan-fold.ts';
import type { Loan } from '../domain/loan.ts';
import type { Changes, LendingStore, LoanChange } from './ports.ts';

export interface Accepted {
  id: string;
  version: number;
  status: string;
}

export function changeOf(before: Loan | null, fact: LoanFact): LoanChange {
  return { before, after: applyFact(before, fact), fact };
}

export function accepted(loan: Loan): Accepted {
  return { id: loan.loanId, version: loan.version, status: loan.status };
}

/** Writes one fact of one loan, with what else the act changes, and answers with the loan's new version. */
export function saveFact(
  store: LendingStore,
  before: Loan | null,
  fact: LoanFact,
  rest: Omit<Changes, 'loans'> = {},
): Promise<Accepted> {
  const change = changeOf(before, fact);
  return store.save({ ...rest, loans: [change] }, accepted(change.after));
}
