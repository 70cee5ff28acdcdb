import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { NotYet } from '#capital/ledger/domain/not-yet.ts';
import { CAPITAL_PARKING_REASONS } from '#shared/contracts/capital/reservations/parking-reasons.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { isMovable } from './loan-capital-transitions.ts';
import { identityOf } from './loan-capital.ts';
import type { ClosedLoan, Ending, LentLoan, LoanCapital, LoanIdentity } from './loan-capital.ts';

const refuse = errorsOf(CAPITAL_PARKING_REASONS);

export interface Disbursement {
  readonly loanId: string;
  readonly sourceId: string;
  readonly amount: Vnd;
}

/**
 * Posts reserved money as lent. A disbursement that crossed with the release of its reservation is honoured while
 * the leaf still has the money: it was paid out. Throws NotYet before the reservation, and
 * `disbursement-after-cancellation`, `disbursement-after-release`, `disbursement-not-as-reserved`,
 * `loan-already-lent` when it can never be posted.
 */
export function lendCapital(
  loan: LoanCapital | null,
  leaf: Leaf | null,
  disbursement: Disbursement,
): { readonly loan: LentLoan; readonly postings: readonly Posting[] } {
  const { loanId, amount } = disbursement;
  if (!isMovable(loan, 'lend')) throw whyNotLent(loan, loanId);
  if (loan.status === 'reserved') {
    assertAsReserved(loan.sourceId, loan.reserved, disbursement);
    return lend(loan, amount, 'cash-reserved');
  }
  assertAsReserved(loan.sourceId, loan.amount, disbursement);
  if (leaf === null || leaf.balances['cash-available'] < amount) {
    throw refuse('disbursement-after-release', { loanId, amount });
  }
  return lend(loan, amount, 'cash-available');
}

function whyNotLent(loan: LoanCapital | null, loanId: string): Error {
  if (loan === null || isMovable(loan, 'reserve')) {
    return new NotYet(`no capital is reserved yet for loan ${loanId}`);
  }
  const isCancelled = loan.status === 'cancelled';
  return refuse(isCancelled ? 'disbursement-after-cancellation' : 'loan-already-lent', { loanId });
}

function assertAsReserved(source: string, reserved: Vnd, { loanId, sourceId, amount }: Disbursement): void {
  if (amount === reserved && sourceId === source) return;
  throw refuse('disbursement-not-as-reserved', {
    loanId,
    reserved,
    disbursed: amount,
  });
}

function lend(
  loan: LoanIdentity,
  amount: Vnd,
  from: 'cash-available' | 'cash-reserved',
): { readonly loan: LentLoan; readonly postings: readonly Posting[] } {
  return {
    loan: { ...identityOf(loan), status: 'lent', version: loan.version + 1, lent: amount, ending: null },
    postings: [{ debit: 'loans', credit: from, amount }],
  };
}

export interface Repayment {
  readonly loanId: string;
  readonly principal: Vnd;
  readonly interest: Vnd;
  /** The loan was settled by this repayment. */
  readonly settled: boolean;
  /** Version of the loan in the lending service: tells a late repayment from one after the settlement. */
  readonly loanVersion: number;
  readonly effectiveOn: string;
}

/**
 * Returns principal to the leaf it came from, and interest beside it, in whatever order repayments arrive.
 * Throws NotYet before the loan was posted as lent, `repayment-without-loan` when nothing is owed, and
 * `repayment-after-write-off` for money that comes in on a debt already off the books.
 */
export function returnCapital(
  loan: LoanCapital | null,
  repayment: Repayment,
): { readonly loan: LentLoan | ClosedLoan; readonly postings: readonly Posting[] } {
  const { loanId, principal } = repayment;
  const posted = postedLoan(loan, loanId);
  if (isMovable(posted, 'repay')) {
    if (posted.ending) assertBefore(posted.ending, repayment);
    if (principal > posted.lent) {
      throw refuse('repayment-without-loan', {
        loanId,
        lent: posted.lent,
        principal,
      });
    }
    const ending = repayment.settled ? endingOf('settled', repayment) : posted.ending;
    return { loan: afterLess(posted, principal, ending), postings: returnPostings(repayment) };
  }
  if (!isMovable(posted, 'takeLateInterest') && !isMovable(posted, 'takeInterestAfterWriteOff')) {
    throw refuse('repayment-without-loan', { loanId });
  }
  assertBefore(posted.ending, repayment);
  if (principal > 0n) throw refuse('repayment-without-loan', { loanId });
  return { loan: { ...posted, version: posted.version + 1 }, postings: returnPostings(repayment) };
}

export interface WriteOff {
  readonly loanId: string;
  readonly principal: Vnd;
  readonly loanVersion: number;
  readonly effectiveOn: string;
}

/**
 * Takes principal off the books of its leaf. What repayments before it still bring is returned when they
 * arrive. Throws NotYet before the loan was posted as lent, and `write-off-without-loan` when so much is not out.
 */
export function writeOffCapital(
  loan: LoanCapital | null,
  writeOff: WriteOff,
): { readonly loan: LentLoan | ClosedLoan; readonly postings: readonly Posting[] } {
  const { loanId, principal } = writeOff;
  const posted = postedLoan(loan, loanId);
  if (!isMovable(posted, 'writeOff')) throw refuse('write-off-without-loan', { loanId });
  if (posted.ending || principal > posted.lent) {
    throw refuse('write-off-without-loan', { loanId, lent: posted.lent });
  }
  return {
    loan: afterLess(posted, principal, endingOf('written-off', writeOff)),
    postings: [{ debit: 'capital-written-off', credit: 'loans', amount: principal }],
  };
}

type PostedLoan = Extract<LoanCapital, { readonly status: 'cancelled' | 'lent' | 'closed' | 'written-off' }>;

/** A loan whose money is out, or never will be. Throws NotYet while its disbursement is on its way. */
function postedLoan(loan: LoanCapital | null, loanId: string): PostedLoan {
  if (loan === null || isMovable(loan, 'reserve') || isMovable(loan, 'lend')) {
    throw new NotYet(`loan ${loanId} is not posted as lent yet`);
  }
  return loan;
}

function endingOf(
  kind: Ending['kind'],
  { loanVersion, effectiveOn }: { readonly loanVersion: number; readonly effectiveOn: string },
): Ending {
  return { kind, loanVersion, on: effectiveOn };
}

function assertBefore(ending: Ending, { loanId, loanVersion }: Repayment): void {
  if (loanVersion <= ending.loanVersion) return;
  throw refuse(ending.kind === 'settled' ? 'repayment-without-loan' : 'repayment-after-write-off', {
    loanId,
  });
}

/** At its end when the ending and every repayment before it have arrived, in either order. */
function afterLess(loan: LentLoan, principal: Vnd, ending: Ending | null): LentLoan | ClosedLoan {
  const { lent, ...identity } = loan;
  const version = loan.version + 1;
  const left = (lent - principal) as Vnd;
  return left === 0n && ending
    ? { ...identity, status: ending.kind === 'settled' ? 'closed' : 'written-off', version, ending }
    : { ...identity, status: 'lent', version, lent: left, ending };
}

function returnPostings({ principal, interest }: Repayment): Posting[] {
  const postings: Posting[] = [
    { debit: 'cash-available', credit: 'loans', amount: principal },
    { debit: 'cash-interest', credit: 'interest-collected', amount: interest },
  ];
  return postings.filter(({ amount }) => amount > 0n);
}
