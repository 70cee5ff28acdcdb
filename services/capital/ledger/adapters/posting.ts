import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Item } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { CapitalFact, JournalLine, LedgerChange } from '../application/ports.ts';
import { bookOf, chainName } from '../domain/book.ts';
import type { ChainHead } from '../domain/chain.ts';
import type { Leaf } from '../domain/leaf.ts';
import { mayServe } from '../domain/queue.ts';
import type { QueueMove } from '../domain/queue.ts';
import type { CapitalSource } from '../domain/source.ts';
import { chainEntry } from './chain-entry.ts';
import { freed } from './freed.ts';
import { leafItem } from './leaf-item.ts';
import { bookPaper, freePaper } from './paper-table.ts';
import { entryKeys, headOf } from './reversed-entries.ts';
import { sourceItem, sourceTakingIn } from './source-item.ts';

/** A book as it is after the act, and the version it was read at; 0 before it exists. */
export interface PostedBook<B> {
  readonly book: B;
  readonly read: number;
}

/** What one act writes: the books of the ledger it posts to, and what it changes and says beside them. */
export interface Posted<A> {
  readonly source?: PostedBook<CapitalSource> | undefined;
  /** The source is taking in opening balances, and this act is a step of that. */
  readonly isTakingIn?: boolean;
  readonly leaves?: readonly PostedBook<Leaf>[];
  /** How the queue of the leaf changes. */
  readonly move?: QueueMove | null | undefined;
  /** In their order; those with a line are entries of the source or of one of the leaves. */
  readonly facts: readonly CapitalFact[];
  /** What else has to be as it was read for the act to be kept. */
  readonly aggregates?: readonly Write[];
  /** What is kept about the entries themselves, once they are linked. */
  readonly beside?: (entries: readonly Fact[]) => readonly Write[];
  /** Facts of aggregates that are no books. */
  readonly events?: readonly Fact[];
  readonly answer: A;
}

/**
 * The one door through which anything is posted: links every entry into the chain of its book, keeps each book
 * only at the version it was read at, and calls those who wait on a leaf that money came to; all in the
 * transaction of the act. That the version is still the one that was read also keeps balances from falling below
 * zero: they were reckoned from exactly what is there. Throws `already-exists` (409) for a source that is there,
 * `busy-try-again` (503) for one that is taking in its opening balances.
 */
export function post<A>(table: Table, act: Act, posted: Posted<A>): Promise<A> {
  const { source, leaves = [], aggregates = [], beside, events = [] } = posted;
  const chains = new Map<string, ChainHead>();
  if (source) chains.set(source.book.sourceId, source.book.chain);
  for (const { book } of leaves) chains.set(nameOf(book), book.chain);
  const facts = posted.facts.map((fact) => link(act, fact, chains));
  return commit(table, act, {
    writes: [
      ...(source ? [sourceWrite(source, headIn(chains, source.book.sourceId), posted.isTakingIn)] : []),
      ...leaves.map(({ book, read }) =>
        atVersion(leafItem({ ...book, chain: headIn(chains, nameOf(book)) }), read),
      ),
      ...aggregates,
      ...(beside?.(facts) ?? []),
    ],
    facts: [
      ...facts,
      ...leaves.flatMap(({ book }) =>
        mayServe(book, postingsTo(book, posted.facts), posted.move ?? null) ? [freed(act, book)] : [],
      ),
      ...events,
    ],
    answer: posted.answer,
  });
}

/** Posts a change whose books each moved by one version, with what the act changes beside them. */
export function postChange<A>(
  table: Table,
  act: Act,
  { source, leaf, reverses, books, frees, facts, answer }: LedgerChange<A>,
  rest: Pick<Posted<A>, 'aggregates' | 'beside' | 'move'> = {},
): Promise<A> {
  return post(table, act, {
    ...rest,
    source: source && { book: source, read: source.version - 1 },
    leaves: leaf ? [{ book: leaf, read: leaf.version - 1 }] : [],
    facts,
    aggregates: [
      ...(rest.aggregates ?? []),
      ...(reverses ? [createItem({ ...entryKeys(reverses).mark })] : []),
      ...(books ? [bookPaper(books, act.actor)] : []),
      ...(frees ? [freePaper(frees)] : []),
    ],
    answer,
  });
}

/** Writes an item that must still be at the version it was read at; one that was not there must not be there now. */
export function atVersion(
  item: Item & { readonly version: number },
  read: number,
  refusal?: () => Error,
): Write {
  return read === 0 ? createItem(item, refusal) : replaceItem(item, read);
}

function sourceWrite({ book, read }: PostedBook<CapitalSource>, chain: ChainHead, isTakingIn = false): Write {
  const source = { ...book, chain };
  return atVersion(
    isTakingIn ? sourceTakingIn(source) : sourceItem(source),
    read,
    () => new DomainError(COMMON_ERRORS, 'already-exists', { id: book.sourceId }),
  );
}

/** An entry with its link, which is now the newest of its book; any other fact as it is. */
function link(act: Act, { of, draft, line, document }: CapitalFact, chains: Map<string, ChainHead>): Fact {
  const key = { pk: headOf(of).pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) };
  if (line === null) return { key, draft };
  const name = bookNameOf(line);
  const entry = { key, draft, line, ...(document === undefined ? {} : { document }) };
  const { stored, head } = chainEntry(act, entry, headIn(chains, name));
  chains.set(name, head);
  return stored;
}

/** Throws TypeError for an entry of a book that the act does not keep, which is a defect. */
function headIn(chains: ReadonlyMap<string, ChainHead>, name: string): ChainHead {
  const head = chains.get(name);
  if (head === undefined) throw new TypeError(`an entry of ${name} without its book`);
  return head;
}

function postingsTo(leaf: Leaf, facts: readonly CapitalFact[]): JournalLine['postings'] {
  const name = nameOf(leaf);
  return facts.flatMap(({ line }) => (line !== null && bookNameOf(line) === name ? line.postings : []));
}

function nameOf(leaf: Leaf): string {
  return chainName({ sourceId: leaf.sourceId, leaf });
}

function bookNameOf(line: JournalLine): string {
  return chainName(bookOf(line.sourceId, line));
}
