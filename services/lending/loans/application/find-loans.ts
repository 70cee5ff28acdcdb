import { existing } from '#shared/application/preconditions.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { foldFacts } from '../domain/loan-fold.ts';
import type { Loan } from '../domain/loan.ts';
import type { LoanReader } from './ports.ts';

/**
 * A loan as it stood at the end of a day.
 * 1. The stored state answers for every day from the last fact on.
 * 2. For an earlier day the facts up to it are folded.
 * Throws `not-found` (404), also when the loan did not exist on that day, or `area-not-allowed` (403).
 */
export async function findLoan(
  reader: LoanReader,
  caller: Caller,
  loanId: string,
  asOf: BusinessDay,
): Promise<Loan> {
  const loan = existing(await reader.findLoan(loanId), loanId);
  assertReach(caller, loan.communeId);
  if (asOf >= loan.lastFactOn) return loan;
  return existing(foldFacts(await reader.findFacts(loanId, asOf)), loanId);
}

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function assertLoanReachable(reader: LoanReader, caller: Caller, loanId: string): Promise<void> {
  assertReach(caller, existing(await reader.findLoan(loanId), loanId).communeId);
}
