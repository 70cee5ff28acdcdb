import * as z from 'zod/mini';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { PlanBook } from '../application/ports.ts';
import { planKeys } from './fund-keys.ts';

const HeadSchema = z.object({ version: z.int() });

const TrancheSchema = z.object({ planId: z.string() });

/** PlanBook on DynamoDB for one act: a version and its new tranches are one transaction. */
export function openPlanBook(table: Table, act: Act): PlanBook {
  return {
    today: act.today,
    plan: async (sourceId, planId, trancheIds) => {
      const keys = planKeys(sourceId);
      const source = sourceKey(sourceId);
      const tranches = [...new Set(trancheIds)];
      const found = await readForAct(table, act, [source, keys.head(planId), ...tranches.map(keys.tranche)]);
      return {
        source: found.take(source, SourceItemSchema),
        version: found.take(keys.head(planId), HeadSchema)?.version ?? 0,
        planOf: new Map(
          tranches.flatMap((trancheId) => {
            const tranche = found.take(keys.tranche(trancheId), TrancheSchema);
            return tranche === null ? [] : [[trancheId, tranche.planId] as const];
          }),
        ),
      };
    },
    keepPlan: ({ sourceId, planId, version, newTranches, draft, answer }) => {
      const keys = planKeys(sourceId);
      const head = { ...keys.head(planId), planId, version };
      return commit(table, act, {
        writes: [
          version === 1 ? createItem(head) : replaceItem(head, version - 1),
          ...newTranches.map((trancheId) => createItem({ ...keys.tranche(trancheId), planId })),
        ],
        facts: [{ key: keys.version(planId, draft.effectiveOn, version), draft }],
        answer,
      });
    },
  };
}
