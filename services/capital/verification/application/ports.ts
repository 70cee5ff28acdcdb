import type { Holding } from '#capital/funds/domain/holding.ts';
import type { BookHead, ChainedEntry, Seal } from '#capital/ledger/application/ledger-ports.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';
import type { Digest } from '#capital/ledger/domain/chain.ts';
import type { DatedTurnover } from '#capital/ledger/domain/totals.ts';

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
