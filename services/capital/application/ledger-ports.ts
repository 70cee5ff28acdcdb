import type { Envelope } from '#shared/contracts/event.ts';
import type { BookId } from '../domain/book.ts';
import type { Holding } from '../domain/holding.ts';
import type { Digest, MovedChain } from '../domain/chain.ts';
import type { DatedTurnover } from '../domain/totals.ts';
import type { JournalLine } from './ports.ts';

/** An entry whole, with its link; `shown` is the copy that lists and statements read. */
export interface ChainedEntry {
  readonly programmeId: string | null;
  readonly communeId: string | null;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  readonly document: string | null;
  readonly event: Envelope;
  readonly shown: Pick<JournalLine, 'postings'> & { readonly effectiveOn: string };
}

/** Where a book stands: the newest link of its chain and its balances, đồng. */
export interface BookHead {
  readonly book: BookId;
  readonly version: number;
  readonly seq: number;
  readonly hash: string;
  readonly balances: Readonly<Record<string, bigint>>;
}

export interface Seal {
  readonly day: string;
  readonly previousRoot: string;
  readonly root: string;
  readonly chains: number;
  readonly entries: number;
}

export interface LoanHolding {
  readonly programmeId: string;
  readonly communeId: string;
  readonly reserved: bigint;
  readonly lent: bigint;
}

/** What a verification reads: the tables themselves, or the API an auditor has. */
export interface LedgerReads {
  readonly digest: Digest;
  /** The source itself first, then its leaves. */
  readonly heads: (sourceId: string) => AsyncIterable<BookHead>;
  /** In the order of recording. */
  readonly entries: (sourceId: string) => AsyncIterable<ChainedEntry>;
  readonly seals: (sourceId: string) => AsyncIterable<Seal>;
  readonly loans: (sourceId: string) => AsyncIterable<LoanHolding>;
  /** Which contracts hold, or held, the fund, as it is kept for their holders. */
  readonly holdings: (sourceId: string) => Promise<readonly Holding[]>;
  /** Everything that moved in a book by entries recorded before a day, as balances over time tell it. */
  readonly movedBefore: (book: BookId, day: string) => Promise<readonly DatedTurnover[]>;
}

/** What the nightly seal works with. */
export interface SealBook {
  readonly digest: Digest;
  readonly lastSeal: (sourceId: string) => Promise<LastSeal | null>;
  /** The first day after one, and before another, on which anything was recorded. */
  readonly nextDay: (sourceId: string, after: string | null, before: string) => Promise<string | null>;
  /** The last link each book got on a day, and how many entries the day has. */
  readonly movedOn: (
    sourceId: string,
    day: string,
  ) => Promise<{ readonly books: readonly MovedBook[]; readonly entries: number }>;
  /** Brings the balances of a book over time up to and including a day that is over. */
  readonly fold: (book: BookId, day: string) => Promise<void>;
  readonly keepSeal: (sourceId: string, seal: Seal, last: LastSeal | null) => Promise<void>;
}

export interface MovedBook {
  readonly book: BookId;
  readonly link: MovedChain;
}

export interface LastSeal {
  readonly day: string;
  readonly root: string;
  readonly version: number;
}
