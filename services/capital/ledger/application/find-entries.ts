import type { CapitalReads } from '#capital/reservations/application/capital-book-port.ts';
import { assertSourceOf } from '#capital/sources/application/find-capital.ts';
import { pageRequest } from '#shared/application/pages.ts';
import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';

export interface Query {
  readonly communeId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}

/** The journal of a source from a day on, oldest first. Throws `area-not-allowed` (403), `not-found` (404). */
export async function findEntries(
  reads: CapitalReads,
  caller: Caller,
  sourceId: string,
  query: Query & { readonly from?: string | undefined },
): Promise<ResponseOf<typeof CAPITAL_ROUTES.listEntries>> {
  assertReachProvince(caller);
  const page = await reads.entries(sourceId, query.from ?? null, pageRequest(query));
  await assertSourceOf(reads, sourceId, page, query);
  return page;
}

export function assertReachRows(caller: Caller, { communeId }: Query): void {
  if (communeId === undefined) assertReachProvince(caller);
  else assertReach(caller, communeId);
}
