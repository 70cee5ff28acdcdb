import type { LoanFact } from '../domain/loan-facts.ts';
import { applyFact } from '../domain/loan-fold.ts';
import type { Loan } from '../domain/loan.ts';
import type { LoanChange, LoanStore } from './ports.ts';

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

/** Writes one fact of one loan and answers with the loan's new version. */
export function saveFact(store: LoanStore, before: Loan | null, fact: LoanFact): Promise<Accepted> {
  const change = changeOf(before, fact);
  return store.saveLoan(change, accepted(change.after));
}
