import { assertReachRows } from '#capital/ledger/application/find-entries.ts';
import type { Query } from '#capital/ledger/application/find-entries.ts';
import { assertSourceOf } from '#capital/sources/application/find-capital.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { CapitalReads } from './capital-book-port.ts';
import type { LoanRow } from './ports.ts';

/** Loans under a source, of one commune when it is named. Throws `area-not-allowed` (403), `not-found` (404). */
export async function findLoans(
  reads: CapitalReads,
  caller: Caller,
  sourceId: string,
  query: Query,
): Promise<ResponseOf<typeof CAPITAL_ROUTES.listSourceLoans>> {
  assertReachRows(caller, query);
  const page = await reads.loans(sourceId, query.communeId ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return { ...page, items: page.items.map(loanToWire) };
}

function loanToWire(row: LoanRow) {
  return { ...row, reserved: row.reserved.toString(), lent: row.lent.toString() };
}
