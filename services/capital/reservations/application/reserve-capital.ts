import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { CapitalDeclined, CapitalReserved } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { DataOf, EventOf } from '#shared/contracts/event.ts';
import type { CapitalRequested, LoanApproved } from '#shared/contracts/lending/loans/events.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import { expiryOf } from '../domain/expiry.ts';
import type { ReservedLoan } from '../domain/loan-capital.ts';
import { answerRequest } from '../domain/reservation.ts';
import type { LoanBook } from './ports.ts';

type Request = EventOf<typeof LoanApproved> | EventOf<typeof CapitalRequested>;

/**
 * Answers a loan's request for capital:
 * 1. read the loan's record, the source and the leaf;
 * 2. decide: passed over, declined, waiting behind those that wait already, or reserved;
 * 3. post cash-reserved against cash-available, and publish the answer.
 *
 * Throws `capital-already-reserved`, which parks the event.
 */
export async function reserveCapital(book: LoanBook, event: Request): Promise<void> {
  const { loanId, householdId, sourceId, programmeId, communeId, amount, capitalKinds, requestNumber } =
    event.data;
  const place = { sourceId, programmeId, communeId };
  const found = await book.loanAndItsPlace(loanId, place);
  const sourceKind = found.source?.kind ?? null;
  const outcome = answerRequest(
    found.loan,
    found.source,
    found.leaf,
    {
      ...place,
      loanId,
      householdId,
      amount,
      capitalKinds,
      requestNumber,
      since: event.recordedAt,
    },
    { reservedOn: book.today, expiry: expiryOf(found.rules, book.today) },
  );
  switch (outcome.kind) {
    case 'passed-over':
      await book.keep({ facts: [], answer: null });
      return;
    case 'noted':
      await book.keep({ loan: outcome.loan, facts: [], answer: null });
      return;
    case 'declined': {
      const { loan, reason } = outcome;
      const told = { reason, missing: ZERO_VND, place: null, sourceKind };
      await book.keep({ loan, facts: [declinedFact(event, loan.version, told)], answer: null });
      return;
    }
    case 'waiting': {
      const { loan, leaf, reason, missing } = outcome;
      const told = { reason, missing, place: outcome.place, sourceKind };
      const facts = [declinedFact(event, loan.version, told)];
      await book.keep({ loan, leaf, waiting: { loan, to: 'waiting' }, facts, answer: null });
      return;
    }
    case 'reserved': {
      const { loan, leaf, postings, waited } = outcome;
      await book.keep({
        loan,
        leaf,
        ...(waited ? { waiting: { loan: waited, to: 'reserved' } } : {}),
        facts: [reservedFact(loan, postings, event.effectiveOn)],
        answer: null,
      });
    }
  }
}

function declinedFact(
  { data, effectiveOn }: Request,
  version: number,
  told: Pick<DataOf<typeof CapitalDeclined>, 'reason' | 'missing' | 'place' | 'sourceKind'>,
): CapitalFact {
  const { loanId, sourceId, programmeId, communeId, amount } = data;
  const draft = draftEvent({
    event: CapitalDeclined,
    subject: loanId,
    aggregateVersion: version,
    communeId,
    effectiveOn,
    data: { sourceId, programmeId, communeId, loanId, amount, ...told },
  });
  return { of: { loan: loanId }, line: null, draft };
}

export function reservedFact(
  loan: ReservedLoan,
  postings: readonly Posting[],
  effectiveOn: string,
): CapitalFact {
  const { loanId, sourceId, programmeId, communeId, reserved, version } = loan;
  const place = { sourceId, programmeId, communeId };
  const draft = draftEvent({
    event: CapitalReserved,
    subject: loanId,
    aggregateVersion: version,
    communeId,
    effectiveOn,
    data: { ...place, loanId, amount: reserved, postings },
  });
  return { of: { loan: loanId }, line: { ...place, loanId, postings }, draft };
}
