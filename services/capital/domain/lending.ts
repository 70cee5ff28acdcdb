import { CAPITAL_PARKING_REASONS } from '#shared/contracts/capital/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from './accounts.ts';
import type { ClosedLoan, LentLoan, LoanCapital } from './loan-capital.ts';
import { NotYet } from './not-yet.ts';

const refuse = errorsOf(CAPITAL_PARKING_REASONS);

export interface Disbursement {
  readonly loanId: string;
  readonly sourceId: string;
  readonly amount: Vnd;
}

/**
 * Posts reserved money as lent. Throws NotYet before the reservation, and `disbursement-after-cancellation`,
 * `disbursement-not-as-reserved`, `loan-already-lent` when it can never be posted.
 */
export function lendCapital(
  loan: LoanCapital | null,
  disbursement: Disbursement,
): { readonly loan: LentLoan; readonly postings: readonly Posting[] } {
  const { loanId, sourceId, amount } = disbursement;
  switch (loan?.status) {
    case undefined:
    case 'declined':
      throw new NotYet(`no capital is reserved yet for loan ${loanId}`);
    case 'cancelled':
      throw refuse('disbursement-after-cancellation', { loanId });
    case 'lent':
    case 'closed':
      throw refuse('loan-already-lent', { loanId });
    case 'reserved': {
      const { reserved, ...identity } = loan;
      if (amount !== reserved || sourceId !== loan.sourceId) {
        throw refuse('disbursement-not-as-reserved', {
          loanId,
          reserved: reserved.toString(),
          disbursed: amount.toString(),
        });
      }
      return {
        loan: { ...identity, status: 'lent', version: loan.version + 1, lent: amount, settlement: null },
        postings: [{ debit: 'loans', credit: 'cash-reserved', amount }],
      };
    }
  }
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
 * Throws NotYet before the loan was posted as lent, and `repayment-without-loan` when nothing is owed.
 */
export function returnCapital(
  loan: LoanCapital | null,
  repayment: Repayment,
): { readonly loan: LentLoan | ClosedLoan; readonly postings: readonly Posting[] } {
  const { loanId, principal } = repayment;
  switch (loan?.status) {
    case undefined:
    case 'declined':
    case 'reserved':
      throw new NotYet(`loan ${loanId} is not posted as lent yet`);
    case 'cancelled':
      throw refuse('repayment-without-loan', { loanId });
    case 'closed':
      if (principal > 0n || repayment.loanVersion > loan.settlement.loanVersion)
        throw refuse('repayment-without-loan', { loanId });
      return { loan: { ...loan, version: loan.version + 1 }, postings: returnPostings(repayment) };
    case 'lent':
      if (principal > loan.lent || (loan.settlement && repayment.loanVersion > loan.settlement.loanVersion)) {
        throw refuse('repayment-without-loan', {
          loanId,
          lent: loan.lent.toString(),
          principal: principal.toString(),
        });
      }
      return { loan: afterReturn(loan, repayment), postings: returnPostings(repayment) };
  }
}

/** Closed when the settlement and every principal before it have arrived, in either order. */
function afterReturn(loan: LentLoan, repayment: Repayment): LentLoan | ClosedLoan {
  const { lent, ...identity } = loan;
  const version = loan.version + 1;
  const settlement = repayment.settled
    ? { loanVersion: repayment.loanVersion, on: repayment.effectiveOn }
    : loan.settlement;
  const left = (lent - repayment.principal) as Vnd;
  return left === 0n && settlement
    ? { ...identity, status: 'closed', version, settlement }
    : { ...identity, status: 'lent', version, lent: left, settlement };
}

function returnPostings({ principal, interest }: Repayment): Posting[] {
  const postings: Posting[] = [
    { debit: 'cash-available', credit: 'loans', amount: principal },
    { debit: 'cash-interest', credit: 'interest-collected', amount: interest },
  ];
  return postings.filter(({ amount }) => amount > 0n);
}
