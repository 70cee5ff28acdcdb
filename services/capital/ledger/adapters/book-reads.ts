import * as z from 'zod/mini';
import { EntrySchema, SourceSummarySchema } from '#shared/contracts/capital/ledger/views.ts';
import { getItem, queryPage, summaries } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import type { BookReads, Entry } from '../application/ports.ts';
import { changesOf } from '../domain/accounts.ts';
import { chainName } from '../domain/book.ts';
import type { BookId } from '../domain/book.ts';
import type { DatedTurnover } from '../domain/totals.ts';
import { readCells } from './balance-cells.ts';
import { entriesPartition, sourceKey } from './capital-table.ts';
import { quotasPartition, QuotaSummarySchema } from './leaf-item.ts';
import { readRecorded, startOf } from './recorded-entries.ts';
import { SourceItemSchema, SOURCES_PARTITION } from './source-item.ts';

const { version, type, programmeId, communeId, loanId, postings } = EntrySchema.shape;

/** Day and instant of a line are in its sort key. */
const EntryRowSchema = z.object({ sk: z.string(), version, type, programmeId, communeId, loanId, postings });

export function openBookReads(table: Table): BookReads {
  return {
    sources: async (page) =>
      summaries(
        await queryPage(table, z.object({ summary: SourceSummarySchema }), {
          index: 'gsi1',
          partition: SOURCES_PARTITION,
          ...page,
        }),
      ),
    source: (sourceId) => getItem(table, sourceKey(sourceId), SourceItemSchema),
    leaves: async (sourceId, ofCommune, page) =>
      summaries(
        await queryPage(table, z.object({ summary: QuotaSummarySchema }), {
          index: 'gsi1',
          partition: quotasPartition(sourceId),
          ...(ofCommune === null ? {} : { prefix: `${ofCommune}#` }),
          ...page,
        }),
      ),
    entries: async (sourceId, from, page) => {
      const found = await queryPage(table, EntryRowSchema, {
        partition: entriesPartition(sourceId),
        ...(from === null ? {} : { between: [from, '9999'] as const }),
        ...page,
      });
      return { items: found.items.map(entryOfRow), next: found.next };
    },
    moved: (book, range) => movedIn(table, book, range),
  };
}

/** What was recorded on the day of the instant itself, up to the instant, is read entry by entry. */
async function movedIn(
  table: Table,
  book: BookId,
  { from, to, knownOn }: { readonly from: string; readonly to: string; readonly knownOn: string | null },
): Promise<DatedTurnover[]> {
  const lastDay = knownOn === null ? null : businessDayOf(Date.parse(knownOn));
  const cells = readCells(table, book, { from, to, recordedBefore: lastDay });
  if (knownOn === null || lastDay === null) return cells;
  const ofTheDay: DatedTurnover[] = [];
  let cursor: string | undefined;
  do {
    const page = await readRecorded(table, book.sourceId, { from: startOf(lastDay), to: knownOn, cursor });
    for (const { book: of, effectiveOn, postings } of page.items) {
      if (effectiveOn > to || (book.leaf !== null && chainName(of) !== chainName(book))) continue;
      ofTheDay.push({ effectiveOn, turnover: Object.fromEntries(changesOf(postings)) });
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return [...(await cells), ...ofTheDay];
}

function entryOfRow({ sk, ...line }: z.infer<typeof EntryRowSchema>): Entry {
  const [effectiveOn = '', recordedAt = ''] = sk.split('#');
  return { ...line, effectiveOn, recordedAt };
}
