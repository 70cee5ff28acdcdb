import { CapitalDeclined, CapitalReserved } from '#shared/contracts/capital/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { CapitalRequested, LoanApproved } from '#shared/contracts/lending/events.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { answerRequest } from '../domain/reservation.ts';
import type { CapitalBook } from './ports.ts';
import { postingsToWire } from './wire.ts';

/**
 * Answers a loan's request for capital:
 * 1. read the loan's record, the source and the leaf;
 * 2. decide: passed over, declined with what is missing, or reserved;
 * 3. post cash-reserved against cash-available, and publish the answer.
 *
 * Throws `capital-already-reserved`, which parks the event.
 */
export async function reserveCapital(
  book: CapitalBook,
  event: EventOf<typeof LoanApproved> | EventOf<typeof CapitalRequested>,
): Promise<void> {
  const { loanId, householdId, sourceId, programmeId, communeId, amount, capitalKinds, requestNumber } =
    event.data;
  const place = { sourceId, programmeId, communeId };
  const found = await book.loanAndItsPlace(loanId, place);
  const outcome = answerRequest(found.loan, found.source, found.leaf, {
    ...place,
    loanId,
    householdId,
    amount: parseVnd(amount),
    capitalKinds,
    requestNumber,
  });
  if (outcome.kind === 'passed-over') {
    await book.keep({ facts: [], answer: null });
    return;
  }
  const common = {
    subject: loanId,
    aggregateVersion: outcome.loan.version,
    communeId,
    effectiveOn: event.effectiveOn,
  };
  if (outcome.kind === 'declined') {
    const { loan, reason, missing } = outcome;
    const data = { ...place, loanId, amount, reason, missing: missing.toString() };
    const draft = draftEvent({ event: CapitalDeclined, ...common, data });
    await book.keep({ loan, facts: [{ of: { loan: loanId }, line: null, draft }], answer: null });
    return;
  }
  const { loan, leaf, postings } = outcome;
  const moved = postingsToWire(postings);
  const data = { ...place, loanId, amount, postings: moved };
  const draft = draftEvent({ event: CapitalReserved, ...common, data });
  await book.keep({
    loan,
    leaf,
    facts: [{ of: { loan: loanId }, line: { ...place, loanId, postings: moved }, draft }],
    answer: null,
  });
}
