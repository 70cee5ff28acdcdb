import * as z from 'zod/mini';
import { HEAD } from '#capital/ledger/adapters/capital-table.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct, readManyForAct } from '#shared/data/read.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { ReferenceBook, ReferenceReads } from '../application/ports.ts';
import { referenceName } from '../domain/reference.ts';
import type { Reference, ReferenceName } from '../domain/reference.ts';

/**
 * What other services record, as far as capital is asked about it: pk REFERENCE#kind#id, sk HEAD, one item for each
 * programme and area with all its times. Noted by 1 BatchGet and 1 transaction; read by key, in rounds of ninety.
 */
const referenceKey = (named: ReferenceName): Key => ({ pk: `REFERENCE#${referenceName(named)}`, sk: HEAD });

const ReferenceItemSchema = z.object({
  kind: z.enum(['programme', 'area']),
  id: z.string(),
  revision: z.int(),
  periods: z.array(z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  isClosed: z.boolean(),
});

export function openReferenceBook(table: Table, act: Act): ReferenceBook {
  return {
    reference: async (named) => {
      const key = referenceKey(named);
      return (await readForAct(table, act, [key])).take(key, ReferenceItemSchema);
    },
    keep: (known, told) => {
      const writes = told === null ? [] : [write(known, told)];
      return commit(table, act, { writes, facts: [], answer: null });
    },
  };
}

function write(known: Reference | null, told: Reference) {
  const item: Item & { readonly version: number } = {
    ...referenceKey(told),
    version: told.revision,
    ...told,
  };
  return known === null ? createItem(item) : replaceItem(item, known.revision);
}

/** For the book of an act, which looks for an earlier try of the act by itself. */
export function referenceReads(table: Table, act: Act): ReferenceReads {
  return {
    references: async (named) => {
      const keys = new Map(named.map((one) => [referenceName(one), referenceKey(one)]));
      const take = await readManyForAct(table, act, [...keys.values()]);
      return new Map(
        [...keys].flatMap(([name, key]) => {
          const reference = take(key, ReferenceItemSchema);
          return reference === null ? [] : [[name, reference] as const];
        }),
      );
    },
  };
}
