import type * as z from 'zod/mini';
import type { EntrySchema } from '#shared/contracts/capital/ledger/views.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from '../domain/accounts.ts';
import type { LeafId } from '../domain/leaf.ts';

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
