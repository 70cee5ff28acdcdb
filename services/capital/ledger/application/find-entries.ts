import type { PageQuery } from '#shared/application/pages.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { assertSourceOf } from './reach-rows.ts';
import type { BookReads } from './ports.ts';

/** The journal of a source from a day on, oldest first. Throws `area-not-allowed` (403), `not-found` (404). */
export async function findEntries(
  reads: BookReads,
  caller: Caller,
  sourceId: string,
  query: PageQuery & { readonly from?: string | undefined },
): Promise<AnswerOf<typeof LEDGER_ROUTES.listEntries>> {
  assertReachProvince(caller);
  const page = await reads.entries(sourceId, query.from ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return page;
}
