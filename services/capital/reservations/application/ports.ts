import type * as z from 'zod/mini';
import type { Entry, LedgerChange } from '#capital/ledger/application/ports.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { ReservationRulesSchema } from '#shared/contracts/capital/reservations/views.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { ReservationRule } from '../domain/expiry.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';
import type { LoanEntry } from '../domain/loan-entry.ts';
import type { Move } from '../domain/waiting.ts';

export interface LoanRow {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly status: LoanCapital['status'];
  readonly reserved: Vnd;
  readonly lent: Vnd;
  readonly reservedOn: string | null;
  readonly expiresOn: string | null;
}

export interface WaitingRow {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly amount: Vnd;
  readonly since: string;
}

/** A fact of a loan, for its trace: what it did, and the line people read. */
export interface LoanFact extends LoanEntry {
  readonly line: Entry;
}

export type ReservationRules = z.infer<typeof ReservationRulesSchema>;

/** What is read for people about queues and reservations: eventually consistent. */
export interface ReservationReads {
  readonly leaf: (leaf: LeafId) => Promise<Leaf | null>;
  /** The first who wait on a leaf, in order. */
  readonly waitingOn: (leaf: Leaf, bound: number) => Promise<readonly WaitingRow[]>;
  /** All who wait for capital of a source, by instant. */
  readonly waiting: (sourceId: string, page: PageRequest) => Promise<Page<WaitingRow>>;
  readonly loans: (sourceId: string, communeId: string, page: PageRequest) => Promise<Page<LoanRow>>;
  readonly hasSource: (sourceId: string) => Promise<boolean>;
}

/** What one act changes about the capital of a loan, and in the ledger. */
export interface LoanCapitalChange<A> extends Omit<LedgerChange<A>, 'source' | 'reverses'> {
  readonly loan?: LoanCapital;
  /** A place in the queue of the leaf that the loan takes or gives up. */
  readonly waiting?: Move;
}

/**
 * Capital of loans as one act sees it. Reads are strongly consistent, and end the act when it was done before;
 * `keep` writes everything as one transaction, only if loan and leaf are still as they were read.
 */
export interface LoanBook {
  readonly today: BusinessDay;
  readonly now: string;
  readonly loan: (loanId: string) => Promise<LoanCapital | null>;
  readonly leaf: (leaf: LeafId) => Promise<Leaf | null>;
  readonly loanAndItsPlace: (
    loanId: string,
    leaf: LeafId,
  ) => Promise<{
    readonly loan: LoanCapital | null;
    readonly source: CapitalSource | null;
    readonly leaf: Leaf | null;
    readonly rules: readonly ReservationRule[];
  }>;
  /** The first loan that waits on a leaf; the head of the leaf must still be as it was read when it is served. */
  readonly firstWaiting: (leaf: Leaf) => Promise<string | null>;
  /** Lets the queue of a leaf be served by a later delivery. */
  readonly offerAgain: (leaf: Leaf) => Promise<null>;
  readonly keep: <A>(change: LoanCapitalChange<A>) => Promise<A>;
}

/** Capital of loans as people read it: eventually consistent. */
export interface LoanReads {
  readonly loans: (sourceId: string, communeId: string | null, page: PageRequest) => Promise<Page<LoanRow>>;
  readonly loan: (loanId: string) => Promise<LoanCapital | null>;
  readonly loanFacts: (loanId: string, upTo: string) => Promise<LoanFact[]>;
}
