import type { Vnd } from '#shared/domain/vnd.ts';
import type { LeafId } from './leaf.ts';

interface Identity extends LeafId {
  readonly loanId: string;
  readonly householdId: string;
  readonly version: number;
  /** The request for capital that was answered last; a lower one that comes later is old. */
  readonly requestNumber: number;
}

export interface DeclinedLoan extends Identity {
  readonly status: 'declined';
}

export interface ReservedLoan extends Identity {
  readonly status: 'reserved';
  readonly reserved: Vnd;
}

/** Why nothing is owed any more: the repayment that settled the loan, or the decision that wrote it off. */
export interface Ending {
  readonly kind: 'settled' | 'written-off';
  /** Version of the loan, in the lending service, at that act. */
  readonly loanVersion: number;
  readonly on: string;
}

export interface LentLoan extends Identity {
  readonly status: 'lent';
  /** Principal still out, đồng. */
  readonly lent: Vnd;
  /** Set once the ending has arrived, even while a repayment before it is still on its way. */
  readonly ending: Ending | null;
}

export interface ClosedLoan extends Identity {
  readonly status: 'closed' | 'written-off';
  readonly ending: Ending;
}

/** Also stands for a loan cancelled before its request came: then there is no source yet. */
export interface CancelledLoan extends Omit<Identity, 'sourceId'> {
  readonly status: 'cancelled';
  readonly sourceId: string | null;
  readonly endedOn: string;
}

/** What a loan holds of its source. */
export type LoanCapital = DeclinedLoan | ReservedLoan | LentLoan | ClosedLoan | CancelledLoan;
export type LoanCapitalStatus = LoanCapital['status'];

export function reservedOf(loan: LoanCapital): bigint {
  return loan.status === 'reserved' ? loan.reserved : 0n;
}

export function lentOf(loan: LoanCapital): bigint {
  return loan.status === 'lent' ? loan.lent : 0n;
}
