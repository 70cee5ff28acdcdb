import * as z from 'zod/mini';
import { eachRow } from '#shared/application/every-row.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import type { MovedBook, SealBook } from '../application/ledger-ports.ts';
import { chainName } from '../domain/book.ts';
import { foldBook } from './balance-cells.ts';
import { HEAD, sealsPartition } from './capital-table.ts';
import { sha256 } from './digest.ts';
import { readItems, readRecorded, startOf } from './recorded-entries.ts';
import type { RecordedRow } from './recorded-entries.ts';

const FIRST_INSTANT = '0000';

/** Links read at once. */
const PAGE = 100;

const LastSealSchema = z.object({ day: z.string(), root: z.string(), version: z.int() });

const LinkItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  chain: z.object({ seq: z.int(), hash: z.string() }),
});

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
      for await (const row of eachRow((page) => readRecorded(table, sourceId, { ...range, ...page }))) {
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
