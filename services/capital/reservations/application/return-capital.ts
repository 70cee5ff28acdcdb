import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { CapitalReturned } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import { returnCapital as decide } from '../domain/lending.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';

/**
 * Returns a repayment to where its money came from:
 * 1. read the loan's record;
 * 2. decide: no more principal returns than is out;
 * 3. post cash-available against loans, and cash-interest against interest-collected, on the same leaf.
 *
 * Throws NotYet before the disbursement was posted; `repayment-without-loan` parks the event.
 */
export async function returnCapital(book: LoanBook, event: EventOf<typeof RepaymentRecorded>): Promise<void> {
  const { loanId, repaymentId, principal, interest, settled } = event.data;
  const { loan, postings } = decide(await book.loan(loanId), {
    loanId,
    principal,
    interest,
    settled,
    loanVersion: event.aggregateVersion,
    effectiveOn: event.effectiveOn,
  });
  const { sourceId, programmeId, communeId } = loan;
  const place = { sourceId, programmeId, communeId };
  const leaf = postToLeaf(await leafOfLoan(book, place), postings);
  const draft = draftEvent({
    event: CapitalReturned,
    subject: loanId,
    aggregateVersion: loan.version,
    communeId,
    effectiveOn: event.effectiveOn,
    data: {
      ...place,
      loanId,
      repaymentId,
      principal,
      interest,
      postings,
    },
  });
  await book.keep({
    loan,
    leaf,
    facts: [{ of: { loan: loanId }, line: { ...place, loanId, postings }, draft }],
    answer: null,
  });
}
