import * as z from 'zod/mini';
import { loanKey } from '#capital/ledger/adapters/capital-table.ts';
import { LoanItemSchema } from '#capital/reservations/adapters/loan-item.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { queryAll, readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { putItem } from '#shared/data/write.ts';
import type { FreezeBook } from '../application/ports.ts';
import type { Freeze } from '../domain/frozen-principal.ts';

/**
 * Freezes of loans by source: pk FREEZES#source, sk last day#loan#first day, so that one query brings those that
 * reach into a month. Written once each.
 */
const partition = (sourceId: string): string => `FREEZES#${sourceId}`;

const LAST = '9999';

/** Frozen debt is a few in a thousand loans. */
const FREEZES_BOUND = 20_000;

const FreezeItemSchema = z.object({ loanId: z.string(), from: z.string(), until: z.string() });

export function openFreezeBook(table: Table, act: Act): FreezeBook {
  return {
    loan: async (loanId) => {
      const key = loanKey(loanId);
      return (await readForAct(table, act, [key])).take(key, LoanItemSchema);
    },
    note: (sourceId, { loanId, from, until }) => {
      const key = { pk: partition(sourceId), sk: `${until}#${loanId}#${from}` };
      const writes = [putItem({ ...key, loanId, from, until })];
      return commit(table, act, { writes, facts: [], answer: null });
    },
  };
}

/** Freezes that had not ended before a day. */
export function readFreezes(table: Table, sourceId: string, from: string): Promise<Freeze[]> {
  return queryAll(table, FreezeItemSchema, {
    partition: partition(sourceId),
    between: [from, LAST],
    bound: FREEZES_BOUND,
  });
}
