import * as z from 'zod/mini';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { Holding } from '../domain/holding.ts';
import { heldPartition } from './fund-keys.ts';

/** Thirteen former districts, handed over and back a few times. */
const HELD_BOUND = 500;

const HeldSchema = z.object({
  summary: z.object({
    sourceId: z.string(),
    holderSourceId: z.string(),
    version: z.int(),
    on: z.string(),
    recordedAt: z.string(),
    isEnd: z.boolean(),
  }),
});

type Held = z.infer<typeof HeldSchema>['summary'];

/** Who held the fund of a source, and when. */
export async function readHoldings(table: Table, sourceId: string): Promise<Holding[]> {
  const partition = sourceKey(sourceId).pk;
  return holdingsIn(await queryAll(table, HeldSchema, { partition, prefix: 'HANDED#', bound: HELD_BOUND }));
}

/** The funds a contract took over, and when it gave them back. */
export async function readHeldBy(table: Table, holderSourceId: string): Promise<Holding[]> {
  const partition = heldPartition(holderSourceId);
  return holdingsIn(await queryAll(table, HeldSchema, { index: 'gsi1', partition, bound: HELD_BOUND }));
}

function holdingsIn(rows: readonly { readonly summary: Held }[]): Holding[] {
  const ends = new Map(
    rows
      .filter(({ summary }) => summary.isEnd)
      .map(({ summary }) => [`${summary.sourceId} ${summary.version}`, summary]),
  );
  return rows
    .filter(({ summary }) => !summary.isEnd)
    .map(({ summary: { sourceId, holderSourceId, version, on, recordedAt } }) => {
      const end = ends.get(`${sourceId} ${version}`);
      return {
        sourceId,
        holderSourceId,
        from: on,
        recordedAt,
        ended: end ? { on: end.on, recordedAt: end.recordedAt } : null,
      };
    });
}
