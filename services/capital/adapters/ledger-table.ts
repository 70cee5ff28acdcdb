import * as z from 'zod/mini';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryPage } from '#shared/data/read.ts';
import type { Page } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import type { BookHead, LedgerReads, MovedBook, Seal, SealBook } from '../application/ledger-ports.ts';
import { chainName } from '../domain/book.ts';
import { foldBook, readCells } from './balance-cells.ts';
import {
  HEAD,
  LeafItemSchema,
  LoanSummarySchema,
  SourceItemSchema,
  loansPartition,
  quotasPartition,
  sealsPartition,
  sourceKey,
} from './capital-table.ts';
import { sha256 } from './digest.ts';
import { readHoldings } from './holding-reads.ts';
import { readChained, readItems, readRecorded, startOf } from './recorded-entries.ts';
import type { RecordedRow } from './recorded-entries.ts';

const FIRST_INSTANT = '0000';
const LAST_INSTANT = '9999';
const LAST_DAY = '9999-12-31';
const PAGE = 100;

const SealSchema = z.object({
  day: z.string(),
  previousRoot: z.string(),
  root: z.string(),
  chains: z.int(),
  entries: z.int(),
});
const LastSealSchema = z.object({ day: z.string(), root: z.string(), version: z.int() });
const LinkItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  chain: z.object({ seq: z.int(), hash: z.string() }),
});
const KeySchema = z.object({ pk: z.string(), sk: z.string() });

interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

/** The source itself heads its first page of leaves. */
export async function readHeads(table: Table, sourceId: string, page: PageAsked): Promise<Page<BookHead>> {
  const keys = await queryPage(table, KeySchema, {
    index: 'gsi1',
    partition: quotasPartition(sourceId),
    ...page,
  });
  const [source, leaves] = await Promise.all([
    page.cursor === undefined ? getItem(table, sourceKey(sourceId), SourceItemSchema) : null,
    readItems(table, keys.items, LeafItemSchema),
  ]);
  return {
    items: [
      ...(source ? [{ ...source, book: { sourceId, leaf: null } }] : []),
      ...leaves.map((leaf) => ({ ...leaf, book: { sourceId, leaf: { ...leaf } } })),
    ].map(({ book, version, chain, balances }) => ({
      book: {
        sourceId,
        leaf: book.leaf && { programmeId: book.leaf.programmeId, communeId: book.leaf.communeId },
      },
      version,
      seq: chain.seq,
      hash: chain.hash,
      balances,
    })),
    next: keys.next,
  };
}

export function readSeals(table: Table, sourceId: string, page: PageAsked): Promise<Page<Seal>> {
  return queryPage(table, SealSchema, {
    partition: sealsPartition(sourceId),
    between: ['0', '9999'],
    ...page,
  });
}

/** All entries of a source, whole, in the order of recording. */
export function readChain(table: Table, sourceId: string, page: PageAsked) {
  return readChained(table, sourceId, { from: FIRST_INSTANT, to: LAST_INSTANT, ...page });
}

/** The ledger read from its own table. */
export function openLedgerReads(table: Table): LedgerReads {
  return {
    digest: sha256,
    heads: (sourceId) => everyPage((page) => readHeads(table, sourceId, page)),
    entries: (sourceId) => everyPage((page) => readChain(table, sourceId, page)),
    seals: (sourceId) => everyPage((page) => readSeals(table, sourceId, page)),
    loans: async function* loans(sourceId) {
      const schema = z.object({ summary: LoanSummarySchema });
      const partition = loansPartition(sourceId);
      for await (const { summary } of everyPage((page) =>
        queryPage(table, schema, { index: 'gsi1', partition, ...page }),
      )) {
        yield summary;
      }
    },
    holdings: (sourceId) => readHoldings(table, sourceId),
    movedBefore: (book, day) => readCells(table, book, { from: LAST_DAY, to: LAST_DAY, recordedBefore: day }),
  };
}

export function openSealBook(table: Table, act: Act): SealBook {
  return {
    digest: sha256,
    lastSeal: (sourceId) =>
      getItem(table, { pk: sealsPartition(sourceId), sk: HEAD }, LastSealSchema, 'strong'),
    nextDay: async (sourceId, after, before) => {
      const range = {
        from: after === null ? FIRST_INSTANT : endOf(after),
        to: lastInstantBefore(before),
        limit: 1,
      };
      // Yesterday is sealed: nothing lies between.
      if (range.from > range.to) return null;
      const { items } = await readRecorded(table, sourceId, range);
      return items[0] === undefined ? null : businessDayOf(Date.parse(items[0].recordedAt));
    },
    movedOn: async (sourceId, day) => {
      const range = { from: startOf(day), to: lastInstantOf(day) };
      const last = new Map<string, RecordedRow>();
      let entries = 0;
      for await (const row of everyPage((page) => readRecorded(table, sourceId, { ...range, ...page }))) {
        last.set(chainName(row.book), row);
        entries += 1;
      }
      return { books: await linksOf(table, [...last.values()]), entries };
    },
    fold: (book, day) => foldBook(table, act, book, day),
    keepSeal: async (sourceId, seal, last) => {
      const pk = sealsPartition(sourceId);
      const head = { pk, sk: HEAD, day: seal.day, root: seal.root, version: (last?.version ?? 0) + 1 };
      await commit(
        table,
        { ...act, once: null },
        {
          writes: [
            createItem({ pk, sk: seal.day, ...seal, sealedAt: act.now }),
            last === null ? createItem(head) : replaceItem(head, last.version),
          ],
          facts: [],
          answer: null,
        },
      );
    },
  };
}

async function linksOf(table: Table, rows: readonly RecordedRow[]): Promise<MovedBook[]> {
  const books: MovedBook[] = [];
  for (let from = 0; from < rows.length; from += PAGE) {
    const some = rows.slice(from, from + PAGE);
    const items = await readItems(table, some, LinkItemSchema);
    const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item.chain]));
    for (const { pk, sk, book } of some) {
      const link = byKey.get(`${pk} ${sk}`);
      if (link === undefined) throw new Error(`the entry ${pk} ${sk} is in the index and not in the table`);
      books.push({ book, link: { chain: chainName(book), seq: link.seq, hash: link.hash } });
    }
  }
  return books;
}

const DAY_MS = 86_400_000;
const endOf = (day: string): string => new Date(Date.parse(startOf(day)) + DAY_MS).toISOString();
const lastInstantOf = (day: string): string => new Date(Date.parse(startOf(day)) + DAY_MS - 1).toISOString();
const lastInstantBefore = (day: string): string => new Date(Date.parse(startOf(day)) - 1).toISOString();

async function* everyPage<T>(read: (page: PageAsked) => Promise<Page<T>>): AsyncIterable<T> {
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: PAGE });
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
