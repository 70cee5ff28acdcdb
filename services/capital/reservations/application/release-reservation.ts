import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { existing, expectVersion } from '#shared/application/preconditions.ts';
import type { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { heldReservation, releaseReservation as decide } from '../domain/release.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';
import { releasedFact } from './released-fact.ts';

/**
 * Gives the reserved money of a loan back to its leaf, by decision of the branch:
 * 1. read the loan's record; its commune is within the caller's area and it is reserved;
 * 2. post cash-available against cash-reserved on the same leaf;
 * 3. lending hears of it: the loan waits for capital again, which can be requested again.
 *
 * Throws `not-found`, `area-not-allowed`, `version-stale`, `reservation-not-held`.
 */
export async function releaseReservation(
  book: LoanBook,
  caller: Caller,
  loanId: string,
  { reason, expectedVersion }: BodyOf<(typeof RESERVATION_ROUTES)['releaseReservation']>,
): Promise<Accepted> {
  const loan = existing(await book.loan(loanId), loanId);
  assertReach(caller, loan.communeId);
  expectVersion(expectedVersion, loan.version);
  const reserved = heldReservation(loan);
  const released = decide(reserved, book.today);
  const leaf = postToLeaf(await leafOfLoan(book, reserved), released.postings);
  return book.keep({
    loan: released.loan,
    leaf,
    facts: [releasedFact(released, reason)],
    answer: { id: loanId, version: released.loan.version, status: released.loan.status },
  });
}
