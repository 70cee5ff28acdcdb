import { existing } from '#shared/application/preconditions.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { foldHistory } from '../domain/loan-fold.ts';
import type { Folded } from '../domain/loan-fold.ts';
import { tellsRowsAlone } from '../domain/loan-account.ts';
import type { Asked, LoanReader } from './ports.ts';

/**
 * A loan as it stood at the end of a day, as it was known on an instant.
 * 1. The stored state answers for every day from the last fact on, as known now.
 * 2. Otherwise the facts up to the day are folded that were recorded until the instant; so they are for a loan
 *    whose rows its state does not tell.
 * Throws `not-found` (404), also when the loan did not exist or was not known then, or `area-not-allowed` (403).
 */
export async function findLoan(
  reader: LoanReader,
  caller: Caller,
  loanId: string,
  { asOf, knownOn }: Asked,
): Promise<Folded> {
  const loan = existing(await reader.findLoan(loanId), loanId);
  assertReach(caller, loan.communeId);
  if (asOf >= loan.lastFactOn && knownOn === null && tellsRowsAlone(loan)) return { loan, account: null };
  const facts = await reader.findFacts(loanId, asOf);
  const known = facts.filter(({ recordedAt = '' }) => knownOn === null || recordedAt <= knownOn);
  return existing(foldHistory(known), loanId);
}

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function assertLoanReachable(reader: LoanReader, caller: Caller, loanId: string): Promise<void> {
  assertReach(caller, existing(await reader.findLoan(loanId), loanId).communeId);
}
