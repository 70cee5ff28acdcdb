import type { BookReads, LeafRow } from '#capital/ledger/application/ports.ts';
import { assertReachRows, assertSourceOf } from '#capital/ledger/application/reach-rows.ts';
import type { RowsQuery } from '#capital/ledger/application/reach-rows.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';

/**
 * Quotas of a source, of one commune when it is named. Only who reaches the whole province may leave it out.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function findQuotas(
  reads: BookReads,
  caller: Caller,
  sourceId: string,
  query: RowsQuery,
): Promise<AnswerOf<typeof QUOTA_ROUTES.listQuotas>> {
  assertReachRows(caller, query);
  const page = await reads.leaves(sourceId, query.communeId ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return { ...page, items: page.items.map(quotaToWire) };
}

function quotaToWire(row: LeafRow) {
  return {
    programmeId: row.programmeId,
    communeId: row.communeId,
    quota: (row.available + row.reserved + row.lent).toString(),
    available: row.available.toString(),
    reserved: row.reserved.toString(),
    lent: row.lent.toString(),
    interestCollected: row.interestCollected.toString(),
    waiting: {
      loans: row.waiting,
      amount: row.waitingAmount.toString(),
      missing: (row.waitingAmount > row.available ? row.waitingAmount - row.available : 0n).toString(),
    },
  };
}
