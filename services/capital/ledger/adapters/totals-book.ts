import * as z from 'zod/mini';
import { PostingsSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { Replay } from '#shared/data/act.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import type { TotalsBook } from '../application/ports.ts';
import { changesOf, isLeafAccount } from '../domain/accounts.ts';
import { bookOf } from '../domain/book.ts';
import { addToCells, readFold } from './balance-cells.ts';
import { entriesPartition } from './capital-table.ts';

/**
 * Additions commute, so events may come in any order. The line in the journal is also what counts each event
 * once: it has one key for ever, and a second one is refused.
 */
export function openTotalsBook(table: Table, act: Act): TotalsBook {
  return {
    add: async ({ line, recordedAt, effectiveOn, subject, aggregateVersion, type }) => {
      const changes = [...changesOf(line.postings)];
      const recordedOn = businessDayOf(Date.parse(recordedAt));
      const { sourceId, ...place } = line;
      const source = bookOf(sourceId, { programmeId: null, communeId: null });
      const leaf = bookOf(sourceId, place);
      const books = leaf.leaf === null ? [source] : [source, leaf];
      const isLate = recordedOn < act.today;
      const cells = await Promise.all(
        books.map(async (book) => {
          const held = changes.filter(([account]) => book.leaf === null || isLeafAccount(account));
          const entry = { recordedOn, effectiveOn, changes: Object.fromEntries(held) };
          return addToCells(book, entry, isLate ? { fold: await readFold(table, book) } : null);
        }),
      );
      const key = {
        pk: entriesPartition(sourceId),
        sk: `${effectiveOn}#${recordedAt}#${subject}#${aggregateVersion}`,
      };
      await commit(
        table,
        { ...act, once: null },
        {
          writes: [
            createItem(
              {
                ...key,
                type,
                ...place,
                postings: z.encode(PostingsSchema, [...line.postings]),
                version: line.loanId === null ? aggregateVersion : null,
              },
              () => new Replay(null),
            ),
            ...cells.flat(),
          ],
          facts: [],
          answer: null,
        },
      );
    },
  };
}
