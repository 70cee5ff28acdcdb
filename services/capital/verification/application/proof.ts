import type { BookHead, ChainedEntry } from '#capital/ledger/application/ledger-ports.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';
import type { Fault, Sums } from '../domain/ledger-check.ts';
import type { LedgerReads } from './ports.ts';

/** What has been reckoned of one book so far: its newest entry, and its balances. */
export interface ReckonedBook {
  readonly book: BookId;
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly sums: Sums;
}

/** What every proof of one source stands on. */
export interface Ground {
  readonly ledger: LedgerReads;
  readonly sourceId: string;
  readonly today: string;
  /** Heads of its books, read before the entries, so that what is recorded meanwhile is not missed. */
  readonly heads: ReadonlyMap<string, BookHead>;
  /** Books by the names of their chains, reckoned from the entries read so far. */
  readonly books: ReadonlyMap<string, ReckonedBook>;
  /** Only the first fault of a chain is told: what follows from it would hide it. */
  readonly find: (fault: Fault, chain: string, seq: number | null, detail: string) => void;
}

/** One entry as proofs see it: its book is reckoned with it already. */
export interface Step {
  readonly entry: ChainedEntry;
  readonly chain: string;
  readonly recordedOn: string;
  readonly postings: readonly Posting[];
  readonly before: Omit<ReckonedBook, 'sums'>;
  readonly reckoned: ReckonedBook;
}

/** Hears every entry in the order of recording; when all are read, compares with what is kept. */
export interface Proof {
  readonly take?: (step: Step) => void | Promise<void>;
  readonly end?: () => void | Promise<void>;
}
