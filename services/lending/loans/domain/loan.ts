import type { LedgerState } from '#lending/engine/domain/life/kept-state.ts';
import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import type { LoanRules } from '#lending/engine/domain/terms/loan-rules.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { DeclineReason } from '#shared/domain/words/decline-reason.ts';
import type { LoanStatus } from '#shared/domain/words/loan-status.ts';
import type { Decision } from './changes.ts';

/** The answer of capital to a request it declined. */
export interface CapitalDecline {
  readonly reason: DeclineReason;
  /** Kind of capital of the source that was asked; null when it is not known. */
  readonly sourceKind: CapitalKind | null;
}

/** The use plan of a request (form 01/TD). */
export interface UsePlan {
  readonly purpose: string;
  /** What the household puts in itself. */
  readonly ownFunds?: Vnd | undefined;
}

/** Whose loan it is, of which programme and group, and what for. */
export interface Requested extends UsePlan {
  readonly loanId: string;
  readonly householdId: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly groupId: string;
  readonly organisationId: string;
}

/** What is known of a loan from the request (form 01/TD) on. */
export interface LoanFile extends Requested {
  readonly requestedAmount: Vnd;
  readonly requestedTermMonths: number;
  readonly appliedOn: BusinessDay;
  readonly version: number;
  readonly lastFactOn: BusinessDay;
  /** Who acted on the request up to the approval: the approver must be another person. */
  readonly actors: readonly string[];
}

/** Terms fixed at approval from the programme version in force that day; they stay for the life of the loan. */
export interface Terms {
  readonly sourceId: string;
  readonly amount: Vnd;
  readonly ratePerYear: Rate;
  readonly overdueRatePerYear: Rate;
  readonly termMonths: number;
  readonly principalEveryMonths: number;
  /** How the programme has the loan calculated; absent where that is as usual. */
  readonly rules?: LoanRules | undefined;
  readonly approvedBy: string;
}

export interface Freeze {
  readonly from: BusinessDay;
  /** Last day of the freeze. */
  readonly until: BusinessDay;
  readonly decisionNumber: string;
}

/**
 * The money of a running loan, folded from its facts up to the last of them. What the engine needs to go on is
 * a cache of that fold: it can be thrown away and rebuilt.
 */
export interface Book {
  readonly disbursedOn: BusinessDay;
  /** The freeze decided last. */
  readonly freeze: Freeze | null;
  /** What else was decided that shapes rows and nights, so that the engine goes on without the history. */
  readonly decisions: readonly Decision[];
  /** Marks of the last repayments, by which one entered twice is told. */
  readonly repaymentMarks: string;
  /** Of a debt written off: as it stood just before, so that the rows still tell what was paid of each. */
  readonly state: LedgerState;
}

/** What left the books, by decision; it stays known, though nothing is owed any more. */
export interface WriteOff {
  readonly on: BusinessDay;
  readonly principal: Vnd;
  readonly interest: Vnd;
  readonly decisionNumber: string;
  /** What of it has come in since; null when nothing has. */
  readonly recovered: { readonly on: BusinessDay; readonly amount: Vnd } | null;
}

interface Listed {
  readonly listId: string;
}

interface Screened extends Listed {
  readonly capitalKinds: readonly CapitalKind[];
}

interface Approved extends Screened {
  readonly terms: Terms;
  /** Counts the requests for capital, so that a second one after a decline is told apart. */
  readonly requestNumber: number;
  /** Version of the loan in the capital service at the answer taken last; 0 before the first. */
  readonly capitalVersion: number;
}

interface Awaiting {
  /** What the source lacks, đồng. */
  readonly missing: Vnd;
  /** Why capital declined; null after a reservation that was given back. */
  readonly decline: CapitalDecline | null;
}

interface Running extends Listed {
  readonly terms: Terms;
  readonly book: Book;
  readonly maturityOn: BusinessDay;
  /** Due date of the oldest instalment not fully paid; absent when nothing is owed. */
  readonly nextDueOn?: BusinessDay | undefined;
}

interface Reasoned {
  readonly reason: string;
}

type Stage<S extends LoanStatus, Earned = unknown> = LoanFile & { readonly status: S } & Earned;

/** One aggregate from request to closure: a stage has only what the loan has earned by then. */
export type Loan =
  | Stage<'applied'>
  | Stage<'listed', Listed>
  | Stage<'confirmed', Listed>
  | Stage<'refused-by-commune', Listed & Reasoned>
  | Stage<'eligible', Screened>
  | Stage<'ineligible', Screened>
  | Stage<'approved', Approved>
  | Stage<'reserved', Approved>
  | Stage<'awaiting-capital', Approved & Awaiting>
  | Stage<'active', Running>
  | Stage<'settled', Running>
  | Stage<'written-off', Running & { readonly writtenOff: WriteOff }>
  | Stage<'rejected', Screened & Reasoned>
  | Stage<'cancelled', { readonly listId: string | null } & Reasoned>;

export type LoanIn<S extends LoanStatus> = Extract<Loan, { readonly status: S }>;

/** Disbursed once: it runs or has come to its end. */
export type RunningLoan = LoanIn<'active' | 'settled' | 'written-off'>;

export function isRunning(loan: Loan): loan is RunningLoan {
  return loan.status === 'active' || loan.status === 'settled' || loan.status === 'written-off';
}

export function outstandingOf(loan: RunningLoan): Vnd {
  return loan.status === 'written-off' ? ZERO_VND : vnd(loan.book.state.outstanding);
}

/** What a loan takes of the household's ceiling: what is promised before disbursement, what is owed after. */
export function committedAmount(loan: Loan): Vnd {
  switch (loan.status) {
    case 'approved':
    case 'reserved':
    case 'awaiting-capital':
      return loan.terms.amount;
    case 'active':
      return vnd(loan.book.state.outstanding);
    case 'applied':
    case 'listed':
    case 'confirmed':
    case 'refused-by-commune':
    case 'eligible':
    case 'ineligible':
    case 'settled':
    case 'written-off':
    case 'rejected':
    case 'cancelled':
      return 0n as Vnd;
  }
}
