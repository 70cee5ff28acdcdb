import type { EventDraft } from '#shared/contracts/event.ts';
import type { AcceptedSchema, Decision, RevisedSchema } from '#shared/contracts/common.ts';
import type { EntrySchema, InvestorSchema, SourceSummarySchema } from '#shared/contracts/capital/views.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Contract, ContractVersion } from '../domain/contract.ts';
import type { ReservationRule } from '../domain/expiry.ts';
import type { Leaf, LeafId } from '../domain/leaf.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';
import type { LoanEntry } from '../domain/loan-trace.ts';
import type { Posting } from '../domain/accounts.ts';
import type { BookedPaper, Paper } from '../domain/paper.ts';
import type { ReversedEntry } from '../domain/reversal.ts';
import type { CapitalSource } from '../domain/source.ts';
import type { BookId } from '../domain/book.ts';
import type { Move } from '../domain/waiting.ts';
import type { DatedTurnover } from '../domain/totals.ts';
import type * as z from 'zod/mini';

export type Accepted = z.infer<typeof AcceptedSchema>;
export type Revised = z.infer<typeof RevisedSchema>;
export type Investor = z.infer<typeof InvestorSchema>;
export type SourceSummary = z.infer<typeof SourceSummarySchema>;
export type Entry = z.infer<typeof EntrySchema>;

/** A fact to keep with the aggregate it happened to; money facts are also lines of the source's journal. */
export interface CapitalFact {
  readonly of: { readonly source: string } | { readonly leaf: LeafId } | { readonly loan: string };
  readonly draft: EventDraft;
  readonly line: JournalLine | null;
  /** Number of the transfer document, kept beside the event. */
  readonly document?: string;
}

export interface JournalLine {
  readonly sourceId: string;
  readonly programmeId: string | null;
  readonly communeId: string | null;
  readonly loanId: string | null;
  readonly postings: Entry['postings'];
}

/** A receipt or allocation by its business day and the version it was recorded under. */
export interface NamedEntry {
  readonly of: { readonly source: string } | { readonly leaf: LeafId };
  readonly entryOn: string;
  readonly entryVersion: number;
}

/** What one act changes: aggregates at their new version, and what it tells the world. */
export interface CapitalChange<A> {
  readonly source?: CapitalSource;
  /** The contract a source is opened on, in its founding version. */
  readonly founded?: { readonly contract: Contract; readonly version: ContractVersion };
  readonly leaf?: Leaf;
  readonly loan?: LoanCapital;
  /** A place in the queue of the leaf that the loan takes or gives up. */
  readonly waiting?: Move;
  /** The entry this act takes back; it can be taken back once. */
  readonly reverses?: NamedEntry;
  /** The paper this act books; refused with `looks-like-a-duplicate` (409) while a record of it stands. */
  readonly books?: BookedPaper;
  /** The paper whose record this act takes back. */
  readonly frees?: Paper;
  readonly facts: readonly CapitalFact[];
  readonly answer: A;
}

/**
 * The ledger as one act sees it. Reads are strongly consistent, and end the act when it was done before;
 * `keep` writes everything as one transaction, only if every aggregate is still as it was read.
 */
export interface CapitalBook {
  readonly today: BusinessDay;
  readonly now: string;
  readonly source: (sourceId: string) => Promise<CapitalSource | null>;
  readonly sourceAndInvestor: (
    sourceId: string,
    investorId: string,
  ) => Promise<{ readonly source: CapitalSource | null; readonly investor: Investor | null }>;
  /** What a receipt rests on beside its source: the investor, and whether some plan of the source has the tranche. */
  readonly receiptBasis: (
    sourceId: string,
    investorId: string,
    trancheId: string | null,
  ) => Promise<{ readonly investor: Investor | null; readonly isPlanned: boolean }>;
  /** A source with an entry of its own, if it was recorded as an event of that type. */
  readonly sourceAndEntry: (
    named: NamedEntry & { readonly of: { readonly source: string } },
    type: string,
  ) => Promise<{ readonly source: CapitalSource | null; readonly entry: ReversedEntry | null }>;
  readonly leafAndAllocation: (
    leaf: LeafId,
    allocation: NamedEntry,
  ) => Promise<{
    readonly source: CapitalSource | null;
    readonly leaf: Leaf | null;
    readonly entry: ReversedEntry | null;
  }>;
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
  readonly keep: <A>(change: CapitalChange<A>) => Promise<A>;
  /** Another content is a new revision; the same content changes nothing. */
  readonly keepInvestor: (investor: Investor) => Promise<Revised>;
}

/** An entry as the journal and the balances over time take it in. */
export interface RecordedEntry {
  readonly line: JournalLine;
  readonly postings: readonly Posting[];
  readonly type: string;
  readonly subject: string;
  readonly aggregateVersion: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** The journal by business day, and balances of sources and leaves over time; each entry counts once. */
export interface TotalsBook {
  readonly add: (entry: RecordedEntry) => Promise<void>;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export interface MoneyDecision {
  readonly effectiveOn: string;
  readonly amount: string;
  readonly decision: Decision;
  readonly document: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly reversed: { readonly effectiveOn: string; readonly reason: string; readonly by: string } | null;
}

export interface QuotaRow {
  readonly programmeId: string;
  readonly communeId: string;
  readonly available: Vnd;
  readonly reserved: Vnd;
  readonly lent: Vnd;
  readonly interestCollected: Vnd;
  /** Loans that wait there, and what they ask for. */
  readonly waiting: number;
  readonly waitingAmount: Vnd;
}

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

/** What is read for people: eventually consistent. */
export interface CapitalReads {
  readonly investors: (page: PageRequest) => Promise<Page<Investor>>;
  readonly investor: (investorId: string) => Promise<Investor | null>;
  readonly sources: (page: PageRequest) => Promise<Page<SourceSummary>>;
  readonly source: (sourceId: string) => Promise<CapitalSource | null>;
  /** Every version of its contract, oldest first; none when there is no such source. */
  readonly contractVersions: (sourceId: string) => Promise<ContractVersion[]>;
  /** Receipts of a source up to and including a day, oldest first. */
  readonly receipts: (sourceId: string, upTo: string) => Promise<MoneyDecision[]>;
  /** Withdrawals from a source up to and including a day, oldest first. */
  readonly withdrawals: (sourceId: string, upTo: string) => Promise<MoneyDecision[]>;
  /** Allocations to a leaf up to and including a day, oldest first. */
  readonly allocations: (leaf: LeafId, upTo: string) => Promise<MoneyDecision[]>;
  /**
   * Everything that moved in a book up to and including a day, by month and from the month of `from` on by day;
   * with `knownOn`, only what was recorded up to that instant.
   */
  readonly moved: (
    book: BookId,
    range: { readonly from: string; readonly to: string; readonly knownOn: string | null },
  ) => Promise<DatedTurnover[]>;
  readonly quotas: (sourceId: string, communeId: string | null, page: PageRequest) => Promise<Page<QuotaRow>>;
  readonly loans: (sourceId: string, communeId: string | null, page: PageRequest) => Promise<Page<LoanRow>>;
  readonly entries: (sourceId: string, from: string | null, page: PageRequest) => Promise<Page<Entry>>;
  readonly loan: (loanId: string) => Promise<LoanCapital | null>;
  readonly loanFacts: (loanId: string, upTo: string) => Promise<LoanFact[]>;
}
