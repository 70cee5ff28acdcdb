import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import type { Loan } from '../domain/loan.ts';
import type { Instalment } from '../domain/schedule.ts';

/** One fact and the loan before and after it. */
export interface LoanChange {
  readonly before: Loan | null;
  readonly after: Loan;
  readonly fact: LoanFact;
  /** Of a loan just disbursed, as they are planned. */
  readonly instalments?: readonly Instalment[] | undefined;
}

/**
 * Loans as one act sees them. The first read of an act also looks for an earlier try of it and ends the act with
 * that try's answer. Reads are strongly consistent.
 */
export interface LoanStore {
  readLoan(loanId: string): Promise<Loan | null>;
  /** Throws `already-exists` (409), or reports that another act was faster, after which the verb runs again. */
  saveLoan<A>(change: LoanChange, answer: A): Promise<A>;
}

/** What a loan is asked for. */
export interface Asked {
  readonly asOf: BusinessDay;
  /** Instant in UTC; null for all that is recorded. */
  readonly knownOn: string | null;
}

/** Loans as people read them: eventually consistent, one request each where the design allows. */
export interface LoanReader {
  findLoan(loanId: string): Promise<Loan | null>;
  /** Facts of a loan up to a day, in order. */
  findFacts(loanId: string, upTo: BusinessDay): Promise<LoanFact[]>;
}
