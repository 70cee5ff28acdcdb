import type { Page, PageQuery } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { BookReads } from './ports.ts';

/** Rows of a source, of one commune when it is named. */
export interface RowsQuery extends PageQuery {
  readonly communeId?: string | undefined;
}

/** Only who reaches the whole province may leave the commune out. Throws `area-not-allowed` (403). */
export function assertReachRows(caller: Caller, { communeId }: RowsQuery): void {
  if (communeId === undefined) assertReachProvince(caller);
  else assertReach(caller, communeId);
}

/**
 * Only an empty first page may mean that there is no such source; a page with rows needs no second read.
 * Throws `not-found` (404).
 */
export async function assertSourceOf(
  reads: Pick<BookReads, 'source'>,
  sourceId: string,
  page: Page<unknown>,
  query: PageQuery,
): Promise<void> {
  if (page.items.length === 0 && query.cursor === undefined) existing(await reads.source(sourceId), sourceId);
}
