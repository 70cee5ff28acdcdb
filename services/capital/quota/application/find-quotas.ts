import { assertReachRows } from '#capital/ledger/application/find-entries.ts';
import type { Query } from '#capital/ledger/application/find-entries.ts';
import type { QuotaRow } from '#capital/ledger/application/ports.ts';
import type { CapitalReads } from '#capital/reservations/application/capital-book-port.ts';
import { assertSourceOf } from '#capital/sources/application/find-capital.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';

/**
 * Quotas of a source, of one commune when it is named. Only who reaches the whole province may leave it out.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function findQuotas(
  reads: CapitalReads,
  caller: Caller,
  sourceId: string,
  query: Query,
): Promise<ResponseOf<typeof CAPITAL_ROUTES.listQuotas>> {
  assertReachRows(caller, query);
  const page = await reads.quotas(sourceId, query.communeId ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return { ...page, items: page.items.map(quotaToWire) };
}

function quotaToWire(row: QuotaRow) {
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
