import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { DECISIONS_BOUND, decisionsOf, factsUpTo } from '#capital/ledger/adapters/money-decisions.ts';
import {
  CapitalReceiptReversed,
  CapitalReceived,
  CapitalWithdrawalReversed,
  CapitalWithdrawn,
} from '#shared/contracts/capital/funds/events.ts';
import type { Table } from '#shared/data/table.ts';
import type { FundDecisions } from '../application/ports.ts';

export function openFundDecisions(table: Table): FundDecisions {
  const facts = (sourceId: string, upTo: string) =>
    factsUpTo(table, sourceKey(sourceId), upTo, DECISIONS_BOUND);
  return {
    receipts: async (sourceId, upTo) =>
      decisionsOf(await facts(sourceId, upTo), CapitalReceived, CapitalReceiptReversed),
    withdrawals: async (sourceId, upTo) =>
      decisionsOf(await facts(sourceId, upTo), CapitalWithdrawn, CapitalWithdrawalReversed),
  };
}
