import type { Query } from '#capital/ledger/application/find-entries.ts';
import type { CapitalReads } from '#capital/reservations/application/capital-book-port.ts';
import type { Page } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';

/** Only an empty first page may mean that there is no such source; a page with rows needs no second read. */
export async function assertSourceOf(
  reads: CapitalReads,
  sourceId: string,
  page: Page<unknown>,
  query: Query,
): Promise<void> {
  if (page.items.length === 0 && query.cursor === undefined) existing(await reads.source(sourceId), sourceId);
}
