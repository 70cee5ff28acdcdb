import { leafKey } from '#capital/ledger/adapters/capital-table.ts';
import { DECISIONS_BOUND, decisionsOf, factsUpTo } from '#capital/ledger/adapters/money-decisions.ts';
import { QuotaAllocated, QuotaAllocationReversed } from '#shared/contracts/capital/quota/events.ts';
import type { Table } from '#shared/data/table.ts';
import type { AllocationReads } from '../application/ports.ts';

export function openAllocationReads(table: Table): AllocationReads {
  return {
    allocations: async (leaf, upTo) =>
      decisionsOf(
        await factsUpTo(table, leafKey(leaf), upTo, DECISIONS_BOUND),
        QuotaAllocated,
        QuotaAllocationReversed,
      ),
  };
}
