import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { CapitalWrittenOff } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanWrittenOff } from '#shared/contracts/lending/loans/events.ts';
import { writeOffCapital as decide } from '../domain/lending.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';

/**
 * Takes a loan that was written off out of the fund:
 * 1. read the loan's record;
 * 2. decide: no more principal than is out;
 * 3. post capital-written-off against loans on the same leaf, by which the fund of the source is so much less.
 *
 * Throws NotYet before the disbursement was posted; `write-off-without-loan` parks the event.
 */
export async function writeOffCapital(book: LoanBook, event: EventOf<typeof LoanWrittenOff>): Promise<void> {
  const { loanId, principal, decision } = event.data;
  const { loan, postings } = decide(await book.loan(loanId), {
    loanId,
    principal,
    loanVersion: event.aggregateVersion,
    effectiveOn: event.effectiveOn,
  });
  const { sourceId, programmeId, communeId } = loan;
  const place = { sourceId, programmeId, communeId };
  const leaf = postToLeaf(await leafOfLoan(book, place), postings);
  const draft = draftEvent({
    event: CapitalWrittenOff,
    subject: loanId,
    aggregateVersion: loan.version,
    communeId,
    effectiveOn: event.effectiveOn,
    data: {
      ...place,
      loanId,
      amount: principal,
      decisionNumber: decision.number,
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
