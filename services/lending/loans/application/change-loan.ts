import { filed } from '../domain/loan-file.ts';
import type { FileFact } from '../domain/loan-file.ts';
import type { Loan } from '../domain/loan.ts';
import type { LoanChange, LoanStore } from './ports.ts';

export interface Accepted {
  id: string;
  version: number;
  status: string;
}

/** One fact of the file of a loan: no money moves yet, so the engine is not asked. */
export function changeOf(before: Loan | null, fact: FileFact): LoanChange {
  return { before, after: filed(before, fact), fact };
}

export function accepted(loan: Loan): Accepted {
  return { id: loan.loanId, version: loan.version, status: loan.status };
}

/** Writes one fact of the file of one loan and answers with the loan's new version. */
export function saveFact(store: LoanStore, before: Loan | null, fact: FileFact): Promise<Accepted> {
  const change = changeOf(before, fact);
  return store.saveLoan(change, accepted(change.after));
}
