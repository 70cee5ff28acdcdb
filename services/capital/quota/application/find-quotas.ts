import type { BookReads, LeafRow } from '#capital/ledger/application/ports.ts';
import { assertReachRows, assertSourceOf } from '#capital/ledger/application/reach-rows.ts';
import type { RowsQuery } from '#capital/ledger/application/reach-rows.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { vnd } from '#shared/domain/vnd.ts';

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
  return { ...page, items: page.items.map(quotaView) };
}

function quotaView(row: LeafRow) {
  return {
    ...row,
    quota: vnd(row.available + row.reserved + row.lent),
    waiting: {
      loans: row.waiting,
      amount: row.waitingAmount,
      missing: vnd(row.waitingAmount > row.available ? row.waitingAmount - row.available : 0n),
    },
  };
}
