import type { Envelope } from '#shared/contracts/event.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { BookId } from '../domain/book.ts';
import type { Digest, MovedChain } from '../domain/chain.ts';
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
  readonly balances: Readonly<Record<string, Vnd>>;
}

export interface Seal {
  readonly day: string;
  readonly previousRoot: string;
  readonly root: string;
  readonly chains: number;
  readonly entries: number;
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
