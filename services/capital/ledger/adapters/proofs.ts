import * as z from 'zod/mini';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import { getItem, queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { BookHead, Seal } from '../application/ledger-ports.ts';
import { sealsPartition, sourceKey } from './capital-table.ts';
import { LeafItemSchema, quotasPartition } from './leaf-item.ts';
import { readChained, readItems } from './recorded-entries.ts';
import { SourceItemSchema } from './source-item.ts';

const SealSchema = z.object({
  day: z.string(),
  previousRoot: z.string(),
  root: z.string(),
  chains: z.int(),
  entries: z.int(),
});

const KeySchema = z.object({ pk: z.string(), sk: z.string() });

const FIRST_INSTANT = '0000';

const LAST_INSTANT = '9999';

/** The source itself heads its first page of leaves. */
export async function readHeads(table: Table, sourceId: string, page: PageRequest): Promise<Page<BookHead>> {
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

export function readSeals(table: Table, sourceId: string, page: PageRequest): Promise<Page<Seal>> {
  return queryPage(table, SealSchema, {
    partition: sealsPartition(sourceId),
    between: ['0', '9999'],
    ...page,
  });
}

/** All entries of a source, whole, in the order of recording. */
export function readChain(table: Table, sourceId: string, page: PageRequest) {
  return readChained(table, sourceId, { from: FIRST_INSTANT, to: LAST_INSTANT, ...page });
}
