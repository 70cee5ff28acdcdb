import type { LeafId } from '#capital/ledger/domain/leaf.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Expiry } from './expiry.ts';

export interface LoanIdentity extends LeafId {
  readonly loanId: string;
  readonly householdId: string;
  readonly version: number;
  /** The request for capital that was answered last; a lower one that comes later is old. */
  readonly requestNumber: number;
}

export interface DeclinedLoan extends LoanIdentity {
  readonly status: 'declined';
}

/** In the queue of its leaf until money suffices for it, and for all before it. */
export interface WaitingLoan extends LoanIdentity {
  readonly status: 'waiting';
  readonly amount: Vnd;
  /** Instant of the approval, or of the request after it: the place in the queue. */
  readonly since: string;
}

export interface ReservedLoan extends LoanIdentity {
  readonly status: 'reserved';
  readonly reserved: Vnd;
  /** Day on which the money was set aside. */
  readonly reservedOn: string;
  /** null when no rule was in force: then it holds until it is lent or released. */
  readonly expiry: Expiry | null;
}

/** Its reservation was given back although nobody cancelled the loan; capital may be asked for again. */
export interface ReleasedLoan extends LoanIdentity {
  readonly status: 'released';
  readonly amount: Vnd;
  readonly on: string;
}

/** Why nothing is owed any more: the repayment that settled the loan, or the decision that wrote it off. */
export interface Ending {
  readonly kind: 'settled' | 'written-off';
  /** Version of the loan, in the lending service, at that act. */
  readonly loanVersion: number;
  readonly on: string;
}

export interface LentLoan extends LoanIdentity {
  readonly status: 'lent';
  /** Principal still out, đồng. */
  readonly lent: Vnd;
  /** Set once the ending has arrived, even while a repayment before it is still on its way. */
  readonly ending: Ending | null;
}

export interface ClosedLoan extends LoanIdentity {
  readonly status: 'closed' | 'written-off';
  readonly ending: Ending;
}

/** Also stands for a loan cancelled before its request came: then there is no source yet. */
export interface CancelledLoan extends Omit<LoanIdentity, 'sourceId'> {
  readonly status: 'cancelled';
  readonly sourceId: string | null;
  readonly endedOn: string;
}

/** What a loan holds of its source. */
export type LoanCapital =
  DeclinedLoan | WaitingLoan | ReservedLoan | ReleasedLoan | LentLoan | ClosedLoan | CancelledLoan;

export function reservedOf(loan: LoanCapital): bigint {
  return loan.status === 'reserved' ? loan.reserved : 0n;
}

export function lentOf(loan: LoanCapital): bigint {
  return loan.status === 'lent' ? loan.lent : 0n;
}

/** What stays of a loan whatever becomes of it. */
export function identityOf(loan: LoanIdentity): LoanIdentity {
  const { loanId, householdId, sourceId, programmeId, communeId, version, requestNumber } = loan;
  return { loanId, householdId, sourceId, programmeId, communeId, version, requestNumber };
}
