import type { Contract, ContractVersion } from '#capital/contracts/domain/contract.ts';
import type { CapitalFact, Entry, NamedEntry, QuotaRow } from '#capital/ledger/application/ports.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import type { ReversedEntry } from '#capital/ledger/domain/reversal.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { DatedTurnover } from '#capital/ledger/domain/totals.ts';
import type { Investor, MoneyDecision, SourceSummary } from '#capital/sources/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { Revised } from '#shared/contracts/common.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { ReservationRule } from '../domain/expiry.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';
import type { Move } from '../domain/waiting.ts';
import type { LoanFact, LoanRow } from './ports.ts';

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
