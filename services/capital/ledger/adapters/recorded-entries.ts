import * as z from 'zod/mini';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Page } from '#shared/application/pages.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import type { ChainedEntry } from '../application/ledger-ports.ts';
import type { Posting } from '../domain/accounts.ts';
import { bookOf } from '../domain/book.ts';
import type { BookId } from '../domain/book.ts';
import { recordedPartition } from './capital-table.ts';

/** An entry as the index shows it, in the order of recording; a book's own entries come in the order of their numbers. */
export interface RecordedRow extends Key {
  readonly book: BookId;
  readonly seq: number;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly postings: readonly Posting[];
}

/** What the index shows of an entry; read and written by it. */
export const LabelSchema = z.object({ postings: z.array(PostingSchema) });

const RowSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  gsi2sk: z.string(),
  label: LabelSchema,
});

const ChainedItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  event: EnvelopeSchema,
  chain: z.object({ seq: z.int(), previous: z.string(), hash: z.string() }),
  document: z.optional(z.string()),
  label: LabelSchema,
});

const PAGE = 100;

/** The instant a day begins in Viet Nam. */
export function startOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`)).toISOString();
}

export interface RecordedRange {
  /** Instants, both included. */
  readonly from: string;
  readonly to: string;
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export async function readRecorded(
  table: Table,
  sourceId: string,
  { from, to, cursor, limit = PAGE }: RecordedRange,
): Promise<Page<RecordedRow>> {
  const page = await queryPage(table, RowSchema, {
    index: 'gsi2',
    partition: recordedPartition(sourceId),
    between: [from, `${to}#~`],
    limit,
    cursor,
  });
  return { items: page.items.map((row) => rowOf(sourceId, row)), next: page.next };
}

function rowOf(sourceId: string, { pk, sk, gsi2sk, label }: z.infer<typeof RowSchema>): RecordedRow {
  const [recordedAt = '', seq = '', programmeId = '', communeId = ''] = gsi2sk.split('#');
  return {
    pk,
    sk,
    book: bookOf(sourceId, { programmeId: programmeId || null, communeId: communeId || null }),
    seq: Number(seq),
    recordedAt,
    effectiveOn: sk.split('#')[1] ?? '',
    postings: label.postings,
  };
}

/** A page of whole entries in the order of recording, as they are stored. */
export async function readChained(
  table: Table,
  sourceId: string,
  range: RecordedRange,
): Promise<Page<ChainedEntry>> {
  const page = await readRecorded(table, sourceId, range);
  const items = await readItems(table, page.items, ChainedItemSchema);
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return {
    items: page.items.flatMap((row) => {
      const item = byKey.get(`${row.pk} ${row.sk}`);
      if (item === undefined) return [];
      const { event, chain, document = null, label } = item;
      const { programmeId = null, communeId = null } = row.book.leaf ?? {};
      return [
        {
          programmeId,
          communeId,
          ...chain,
          document,
          event,
          shown: { effectiveOn: row.effectiveOn, postings: label.postings },
        },
      ];
    }),
    next: page.next,
  };
}

/** Items by their keys, at most a page of them; those that are not there are left out. */
export async function readItems<S extends z.core.$ZodType>(
  table: Table,
  keys: readonly Key[],
  schema: S,
): Promise<z.output<S>[]> {
  const found: z.output<S>[] = [];
  let pending: Key[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  while (pending.length > 0) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: pending } } }),
    );
    found.push(...(Responses?.[table.name] ?? []).map((item) => z.parse(schema, item)));
    pending = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
  }
  return found;
}
