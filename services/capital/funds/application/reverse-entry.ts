import type { EntryBook, LedgerChange, NamedEntry } from '#capital/ledger/application/ports.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { lineOfSource } from '#capital/ledger/application/line-of-source.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { transferPaper } from '#capital/ledger/domain/paper.ts';
import type { ReversedEntry, Reversing } from '#capital/ledger/domain/reversal.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { CapitalReceived, CapitalWithdrawn } from '#shared/contracts/capital/funds/events.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';

/** What every command that reverses an entry of a source says. */
interface EntryToReverse {
  readonly entryOn: string;
  readonly entryVersion: number;
  readonly reason: string;
  readonly effectiveOn?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/** What is freed with an entry: a fund is handed over once anyway. */
const PAPERS: Readonly<Record<string, 'receipt' | 'withdrawal'>> = {
  [CapitalReceived.type]: 'receipt',
  [CapitalWithdrawn.type]: 'withdrawal',
};

interface ReversibleEntry {
  readonly before: CapitalSource;
  readonly entry: ReversedEntry;
  readonly named: NamedEntry & { readonly of: { readonly source: string } };
  readonly reversing: Reversing;
  readonly reason: string;
  /** What its paper is of, when papers of its type are booked once. */
  readonly kind: 'receipt' | 'withdrawal' | null;
}

/**
 * The entry of a source that is to be reversed, of the type it was recorded as.
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale` (409), `effective-day-in-future` (422).
 */
export async function findEntryToReverse(
  book: EntryBook,
  caller: Caller,
  sourceId: string,
  { entryOn, entryVersion, reason, ...input }: EntryToReverse,
  type: string,
): Promise<ReversibleEntry> {
  assertReachProvince(caller);
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const named = { of: { source: sourceId }, entryOn, entryVersion };
  const found = await book.sourceAndEntry(named, type);
  const before = existing(found.source, sourceId);
  const entry = existing(found.entry, `${sourceId} ${entryOn} ${entryVersion}`);
  expectVersion(input.expectedVersion, before.version);
  return {
    before,
    entry,
    named,
    reversing: { by: caller.id, effectiveOn },
    reason,
    kind: PAPERS[type] ?? null,
  };
}

type Subject = Pick<EventDraft, 'subject' | 'aggregateVersion' | 'communeId' | 'effectiveOn'>;

interface Reversal {
  readonly sourceId: string;
  readonly entryOn: string;
  readonly entryVersion: number;
  readonly amount: Vnd;
  readonly reason: string;
  readonly postings: readonly Posting[];
}

/** The reversal as one change: the entry stays, is marked as reversed, its paper may be booked again, and the other way round is posted beside it. */
export function reversalChange(
  { named, entry, reversing, reason, kind }: ReversibleEntry,
  { source, postings }: { readonly source: CapitalSource; readonly postings: readonly Posting[] },
  draftOf: (subject: Subject, data: Reversal) => EventDraft,
): LedgerChange<Accepted> & { readonly source: CapitalSource } {
  const { sourceId, version } = source;
  const { entryOn, entryVersion } = named;
  const { effectiveOn } = reversing;
  const { amount } = entry;
  const transfer = { sourceId, document: entry.document, effectiveOn: entryOn, amount };
  const paper = kind === null ? null : transferPaper(kind, transfer);
  return {
    source,
    reverses: named,
    ...(paper === null ? {} : { frees: paper }),
    facts: [
      {
        of: { source: sourceId },
        line: lineOfSource(sourceId, postings),
        draft: draftOf(
          { subject: sourceId, aggregateVersion: version, communeId: null, effectiveOn },
          { sourceId, entryOn, entryVersion, amount, reason, postings },
        ),
      },
    ],
    answer: { id: sourceId, version },
  };
}
