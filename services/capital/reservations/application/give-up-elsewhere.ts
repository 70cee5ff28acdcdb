import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { CapitalRequested } from '#shared/contracts/lending/loans/events.ts';
import { identityOf } from '../domain/loan-capital.ts';
import type { DeclinedLoan, WaitingLoan } from '../domain/loan-capital.ts';
import { releaseReservation } from '../domain/release.ts';
import { givesUp } from '../domain/reservation.ts';
import { leaveQueue } from '../domain/waiting.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';
import { releasedFact } from './released-fact.ts';

/**
 * Before a loan asks another leaf, what it has of the one before is given back, as an act of its own: each leaf
 * is written alone, and a second delivery finds it done.
 * 1. read the loan's record: it waits or is reserved elsewhere, under an earlier request;
 * 2. its place in the queue or its reservation is given up.
 */
export async function giveUpElsewhere(
  book: LoanBook,
  event: EventOf<typeof CapitalRequested>,
): Promise<void> {
  const loan = await book.loan(event.data.loanId);
  if (!givesUp(loan, event.data)) return;
  const leaf = await leafOfLoan(book, loan);
  if (loan.status === 'waiting') {
    const left = leaveQueue(leaf, loan);
    await book.keep({
      loan: declined(loan),
      leaf: { ...left, version: left.version + 1 },
      waiting: { loan, to: 'left' },
      facts: [],
      answer: null,
    });
    return;
  }
  const released = releaseReservation(loan, event.effectiveOn);
  await book.keep({
    loan: released.loan,
    leaf: postToLeaf(leaf, released.postings),
    facts: [releasedFact(released, null)],
    answer: null,
  });
}

function declined(loan: WaitingLoan): DeclinedLoan {
  return { ...identityOf(loan), status: 'declined', version: loan.version + 1 };
}
