import type * as z from 'zod/mini';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { EntrySchema, SourceSummarySchema } from '#shared/contracts/capital/ledger/views.ts';
import type { Decision } from '#shared/contracts/common.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from '../domain/accounts.ts';
import type { BookId } from '../domain/book.ts';
import type { Leaf, LeafId } from '../domain/leaf.ts';
import type { BookedPaper, Paper } from '../domain/paper.ts';
import type { ReversedEntry } from '../domain/reversal.ts';
import type { CapitalSource } from '../domain/source.ts';
import type { DatedTurnover } from '../domain/totals.ts';

export type Entry = z.infer<typeof EntrySchema>;
export type SourceSummary = z.infer<typeof SourceSummarySchema>;

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
  readonly postings: readonly Posting[];
}

/** A receipt or allocation by its business day and the version it was recorded under. */
export interface NamedEntry {
  readonly of: { readonly source: string } | { readonly leaf: LeafId };
  readonly entryOn: string;
  readonly entryVersion: number;
}

/** What one act changes in the ledger: books at their next version, and what happened to them. */
export interface LedgerChange<A> {
  readonly source?: CapitalSource;
  readonly leaf?: Leaf;
  /** The entry this act takes back; it can be taken back once. */
  readonly reverses?: NamedEntry;
  /** The paper this act books; refused with `looks-like-a-duplicate` (409) while a record of it stands. */
  readonly books?: BookedPaper;
  /** The paper whose record this act takes back. */
  readonly frees?: Paper;
  readonly facts: readonly CapitalFact[];
  readonly answer: A;
}

/** Entries of sources as an act finds them that takes one back. */
export interface EntryBook {
  readonly today: BusinessDay;
  /** A source with an entry of its own, if it was recorded as an event of that type. */
  readonly sourceAndEntry: (
    named: NamedEntry & { readonly of: { readonly source: string } },
    type: string,
  ) => Promise<{ readonly source: CapitalSource | null; readonly entry: ReversedEntry | null }>;
}

/** An entry as the journal and the balances over time take it in. */
export interface RecordedEntry {
  readonly line: JournalLine;
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

/** A leaf as lists show it: its balances, đồng, and who waits there. */
export interface LeafRow {
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

export interface MoneyDecision {
  readonly effectiveOn: string;
  readonly amount: Vnd;
  readonly decision: Decision;
  readonly document: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly reversed: { readonly effectiveOn: string; readonly reason: string; readonly by: string } | null;
}

/** Books as people read them: eventually consistent. */
export interface BookReads {
  readonly sources: (page: PageRequest) => Promise<Page<SourceSummary>>;
  readonly source: (sourceId: string) => Promise<CapitalSource | null>;
  readonly leaves: (sourceId: string, communeId: string | null, page: PageRequest) => Promise<Page<LeafRow>>;
  /** The journal of a source from a business day on, oldest first. */
  readonly entries: (sourceId: string, from: string | null, page: PageRequest) => Promise<Page<Entry>>;
  /**
   * Everything that moved in a book up to and including a day, by month and from the month of `from` on by day;
   * with `knownOn`, only what was recorded up to that instant.
   */
  readonly moved: (
    book: BookId,
    range: { readonly from: string; readonly to: string; readonly knownOn: string | null },
  ) => Promise<DatedTurnover[]>;
}
