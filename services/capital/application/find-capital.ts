import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { CapitalReads, LoanRow, Page, PageRequest, QuotaRow } from './ports.ts';
import { existing } from './preconditions.ts';

interface Query {
  readonly communeId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}

export function pageRequest({ cursor, limit }: Query): PageRequest {
  return { cursor, ...(limit === undefined ? {} : { limit: Number(limit) }) };
}

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

function assertReachRows(caller: Caller, { communeId }: Query): void {
  if (communeId === undefined) assertReachProvince(caller);
  else assertReach(caller, communeId);
}

/** Only an empty first page may mean that there is no such source; a page with rows needs no second read. */
async function assertSourceOf(
  reads: CapitalReads,
  sourceId: string,
  page: Page<unknown>,
  query: Query,
): Promise<void> {
  if (page.items.length === 0 && query.cursor === undefined) existing(await reads.source(sourceId), sourceId);
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

function loanToWire(row: LoanRow) {
  return { ...row, reserved: row.reserved.toString(), lent: row.lent.toString() };
}
