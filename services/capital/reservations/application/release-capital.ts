import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { ReservationReleased } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanCancelled } from '#shared/contracts/lending/loans/events.ts';
import { cancelRequest } from '../domain/release.ts';
import { leaveQueue } from '../domain/waiting.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';

/**
 * Releases the reservation of a cancelled loan:
 * 1. read the loan's record;
 * 2. decide: released, out of its queue, or only noted when nothing is reserved (yet);
 * 3. post cash-available against cash-reserved on the same leaf.
 *
 * Throws `cancellation-after-disbursement`, which parks the event.
 */
export async function releaseCapital(book: LoanBook, event: EventOf<typeof LoanCancelled>): Promise<void> {
  const { effectiveOn } = event;
  const { loanId } = event.data;
  const outcome = cancelRequest(await book.loan(loanId), { ...event.data, effectiveOn });
  if (outcome.kind === 'passed-over') {
    await book.keep({ facts: [], answer: null });
    return;
  }
  const { loan } = outcome;
  if (outcome.kind === 'noted') {
    await book.keep({ loan, facts: [], answer: null });
    return;
  }
  if (outcome.kind === 'left') {
    const { waited } = outcome;
    const { version, ...left } = leaveQueue(await leafOfLoan(book, waited), waited);
    await book.keep({
      loan,
      leaf: { ...left, version: version + 1 },
      waiting: { loan: waited, to: 'left' },
      facts: [],
      answer: null,
    });
    return;
  }
  const { place, amount, postings } = outcome;
  const leaf = postToLeaf(await leafOfLoan(book, place), postings);
  const draft = draftEvent({
    event: ReservationReleased,
    subject: loanId,
    aggregateVersion: loan.version,
    communeId: place.communeId,
    effectiveOn,
    data: { ...place, loanId, amount, reason: null, postings },
  });
  await book.keep({
    loan,
    leaf,
    facts: [{ of: { loan: loanId }, line: { ...place, loanId, postings }, draft }],
    answer: null,
  });
}
