import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { CapitalLent } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanDisbursed } from '#shared/contracts/lending/loans/events.ts';
import { lendCapital as decide } from '../domain/lending.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';

/**
 * Posts a disbursement:
 * 1. read the loan's record;
 * 2. decide: exactly what was reserved is lent, also when the reservation was released on the way and the leaf
 *    still has the money;
 * 3. post loans against cash-reserved (cash-available) on the same leaf.
 *
 * Throws NotYet before the reservation; other refusals park the event.
 */
export async function lendCapital(book: LoanBook, event: EventOf<typeof LoanDisbursed>): Promise<void> {
  const { loanId, sourceId, amount } = event.data;
  const held = await book.loan(loanId);
  const hasMoney = held?.status === 'reserved' || held?.status === 'released';
  const before = hasMoney ? await leafOfLoan(book, held) : null;
  const { loan, postings } = decide(held, before, { loanId, sourceId, amount });
  const { programmeId, communeId } = loan;
  const place = { sourceId, programmeId, communeId };
  const leaf = postToLeaf(before ?? (await leafOfLoan(book, place)), postings);
  const draft = draftEvent({
    event: CapitalLent,
    subject: loanId,
    aggregateVersion: loan.version,
    communeId,
    effectiveOn: event.effectiveOn,
    data: { ...place, loanId, amount, postings },
  });
  await book.keep({
    loan,
    leaf,
    facts: [{ of: { loan: loanId }, line: { ...place, loanId, postings }, draft }],
    answer: null,
  });
}
