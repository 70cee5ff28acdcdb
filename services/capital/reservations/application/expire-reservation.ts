import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { ReservationExpired, ReservationExpiring } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { nextStep } from '../domain/expiry.ts';
import type { Expiry, Step } from '../domain/expiry.ts';
import type { ReservedLoan } from '../domain/loan-capital.ts';
import { isMovable } from '../domain/loan-capital-transitions.ts';
import { releaseReservation } from '../domain/release.ts';
import type { LoanBook } from './ports.ts';
import { leafOfLoan } from './leaf-of-loan.ts';

/**
 * Takes the next step of a reservation when its day has come:
 * 1. read the loan's record; lent or released meanwhile it takes none;
 * 2. the warning, once; or, on the day after the last one, the money back to the leaf.
 *
 * A step counts for its own day whenever it is taken, so that a night that is made up for changes nothing. True when
 * it was taken: then the next may be due too.
 */
export async function expireReservation(book: LoanBook, loanId: string): Promise<boolean> {
  const loan = await book.loan(loanId);
  if (!isMovable(loan, 'release') || loan.expiry === null) return false;
  const step = nextStep(loan);
  if (step === null || step.on > book.today) return false;
  if (step.kind === 'warn') await warn(book, loan, loan.expiry, step);
  else await expire(book, loan, loan.expiry, step);
  return true;
}

async function warn(book: LoanBook, loan: ReservedLoan, expiry: Expiry, { on }: Step): Promise<void> {
  const { loanId, sourceId, programmeId, communeId, reserved } = loan;
  const version = loan.version + 1;
  const draft = draftEvent({
    event: ReservationExpiring,
    subject: loanId,
    aggregateVersion: version,
    communeId,
    effectiveOn: on,
    data: {
      ...{ sourceId, programmeId, communeId, loanId },
      amount: reserved,
      expiresOn: expiry.lastDay,
    },
  });
  await book.keep({
    loan: { ...loan, version, expiry: { ...expiry, warnOn: null } },
    facts: [{ of: { loan: loanId }, line: null, draft }],
    answer: null,
  });
}

async function expire(book: LoanBook, reserved: ReservedLoan, expiry: Expiry, { on }: Step): Promise<void> {
  const { loan, postings } = releaseReservation(reserved, on);
  const { loanId, sourceId, programmeId, communeId, amount } = loan;
  const place = { sourceId, programmeId, communeId };
  const draft = draftEvent({
    event: ReservationExpired,
    subject: loanId,
    aggregateVersion: loan.version,
    communeId,
    effectiveOn: on,
    data: {
      ...place,
      loanId,
      amount,
      expiresOn: expiry.lastDay,
      postings,
    },
  });
  await book.keep({
    loan,
    leaf: postToLeaf(await leafOfLoan(book, reserved), postings),
    facts: [{ of: { loan: loanId }, line: { ...place, loanId, postings }, draft }],
    answer: null,
  });
}
