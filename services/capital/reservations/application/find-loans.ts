import type { BookReads } from '#capital/ledger/application/ports.ts';
import { assertReachRows, assertSourceOf } from '#capital/ledger/application/reach-rows.ts';
import type { RowsQuery } from '#capital/ledger/application/reach-rows.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LoanReads } from './ports.ts';

/** Loans under a source, of one commune when it is named. Throws `area-not-allowed` (403), `not-found` (404). */
export async function findLoans(
  reads: Pick<LoanReads, 'loans'> & Pick<BookReads, 'source'>,
  caller: Caller,
  sourceId: string,
  query: RowsQuery,
): Promise<AnswerOf<typeof RESERVATION_ROUTES.listSourceLoans>> {
  assertReachRows(caller, query);
  const page = await reads.loans(sourceId, query.communeId ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return page;
}
