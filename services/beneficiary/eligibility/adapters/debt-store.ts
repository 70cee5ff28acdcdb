import * as z from 'zod/mini';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { DebtStore } from '../application/ports.ts';
import { debtKey } from './table-map.ts';

const DebtItemSchema = z.object({
  version: z.int(),
  loanId: z.string(),
  householdId: z.string(),
  programmeId: z.string(),
  amount: z.nullable(StoredVndSchema),
  disbursedOn: z.nullable(z.string()),
  settledOn: z.nullable(z.string()),
});

/** What households owe, as lending told. */
export function openDebts(table: Table, act: Act): DebtStore {
  return {
    find: async ({ householdId, programmeId, loanId }) => {
      const key = debtKey(householdId, programmeId, loanId);
      return (await readForAct(table, act, [key])).take(key, DebtItemSchema);
    },
    keep: (debt, readVersion) => {
      const version = (readVersion ?? 0) + 1;
      const item = { ...debtKey(debt.householdId, debt.programmeId, debt.loanId), ...debt, version };
      return commit(table, act, {
        writes: [readVersion === null ? createItem(item) : replaceItem(item, readVersion)],
        facts: [],
        answer: { id: debt.loanId, version },
      });
    },
  };
}
