import * as z from 'zod/mini';
import { leafKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import { getItem, queryPage, summaries } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { ReservationReads } from '../application/ports.ts';
import { expiryPartition, loansPartition, LoanSummarySchema, waitingPartition } from './loan-item.ts';
import { waitingOn, WaitingSummarySchema } from './waiting-table.ts';

export function openReservationReads(table: Table): ReservationReads {
  return {
    leaf: (leaf) => getItem(table, leafKey(leaf), LeafItemSchema),
    waitingOn: async (leaf, bound) =>
      leaf.queue === null ? [] : waitingOn(table, leaf, leaf.queue.from, bound),
    waiting: async (sourceId, page) =>
      summaries(
        await queryPage(table, z.object({ summary: WaitingSummarySchema }), {
          index: 'gsi1',
          partition: waitingPartition(sourceId),
          ...page,
        }),
      ),
    loans: async (sourceId, communeId, page) =>
      summaries(
        await queryPage(table, z.object({ summary: LoanSummarySchema }), {
          index: 'gsi1',
          partition: loansPartition(sourceId),
          prefix: `${communeId}#`,
          ...page,
        }),
      ),
    hasSource: async (sourceId) => (await getItem(table, sourceKey(sourceId), SourceItemSchema)) !== null,
  };
}

/** Reservations of a source to which something is to happen by a day, the earliest first. */
export async function* dueReservations(table: Table, sourceId: string, day: string): AsyncIterable<string> {
  let cursor: string | undefined;
  do {
    const page = await queryPage(table, z.object({ label: z.object({ loanId: z.string() }) }), {
      index: 'gsi2',
      partition: expiryPartition(sourceId),
      between: ['0', `${day}#~`],
      cursor,
    });
    for (const { label } of page.items) yield label.loanId;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
