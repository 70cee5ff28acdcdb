import * as z from 'zod/mini';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import { StoredDaySchema, StoredVndSchema } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Debt, DebtStore } from '../application/ports.ts';
import { debtKey } from './table-map.ts';

export const DebtItemSchema = z.object({
  version: z.int(),
  loanId: z.string(),
  householdId: z.string(),
  programmeId: z.string(),
  amount: z.nullable(StoredVndSchema),
  disbursedOn: z.nullable(StoredDaySchema),
  settledOn: z.nullable(StoredDaySchema),
}) satisfies z.ZodMiniType<Debt & { readonly version: number }>;

/** What households owe, as lending told. */
export function openDebts(table: Table, act: Act): DebtStore {
  return {
    find: async ({ householdId, programmeId, loanId }) => {
      const key = debtKey(householdId, programmeId, loanId);
      return (await readForAct(table, act, [key])).take(key, DebtItemSchema);
    },
    keep: (debt, readVersion) => {
      const version = (readVersion ?? 0) + 1;
      const key = debtKey(debt.householdId, debt.programmeId, debt.loanId);
      const item = { ...key, ...z.encode(DebtItemSchema, { ...debt, version }) };
      return commit(table, act, {
        writes: [readVersion === null ? createItem(item) : replaceItem(item, readVersion)],
        facts: [],
        answer: { id: debt.loanId, version },
      });
    },
  };
}
