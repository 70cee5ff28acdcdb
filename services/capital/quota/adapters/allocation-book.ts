import { leafKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { postChange } from '#capital/ledger/adapters/posting.ts';
import { entryKeys, reversedEntry } from '#capital/ledger/adapters/reversed-entries.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import { QuotaAllocated } from '#shared/contracts/capital/quota/events.ts';
import type { Act } from '#shared/data/act.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { AllocationBook } from '../application/ports.ts';

/** AllocationBook on DynamoDB for one act: `keep` is one transaction. */
export function openAllocationBook(table: Table, act: Act): AllocationBook {
  return {
    today: act.today,
    leafAndAllocation: async (leaf, allocation) => {
      const keys = { source: sourceKey(leaf.sourceId), leaf: leafKey(leaf), ...entryKeys(allocation) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
        entry: reversedEntry(found, keys, QuotaAllocated.type),
      };
    },
    keep: (change) => postChange(table, act, change),
  };
}
