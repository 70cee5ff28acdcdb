import type { BookReads } from '#capital/ledger/application/ports.ts';
import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { differenceOfYears, figuresOfYear, firstDayOf, lastDayOf } from '../domain/closing.ts';
import type { FundReads } from './ports.ts';

interface ClosedYear {
  readonly sourceId: string;
  readonly year: string;
}

/** The closed years of a source. Throws `area-not-allowed` (403), `not-found` (404). */
export async function showClosings(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  sourceId: string,
): Promise<AnswerOf<typeof FUND_ROUTES.listClosings>> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  return { items: (await funds.closings(sourceId)).map((closing) => ({ sourceId, ...closing })) };
}

/**
 * A closed year as it was stated, as the ledger reckons it now, and the differences.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showClosing(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  { sourceId, ...asked }: ClosedYear,
): Promise<AnswerOf<typeof FUND_ROUTES.getClosing>> {
  assertReachProvince(caller);
  const year = Number(asked.year);
  const closing = existing(await funds.closing(sourceId, year), `${sourceId}/${year}`);
  const moved = await reads.moved(
    { sourceId, leaf: null },
    { from: firstDayOf(year), to: lastDayOf(year), knownOn: null },
  );
  const now = figuresOfYear(moved, year);
  return {
    sourceId,
    ...closing,
    now,
    differences: differenceOfYears(now, closing.figures),
  };
}

/**
 * The entries that made the differences: those that count up to the end of the year and were recorded after it
 * was closed. A page goes over some entries, so it may hold few rows or none and still not be the last.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showLateEntries(
  funds: FundReads,
  caller: Caller,
  { sourceId, ...asked }: ClosedYear,
  page: PageRequest,
): Promise<AnswerOf<typeof FUND_ROUTES.listLateEntries>> {
  assertReachProvince(caller);
  const year = Number(asked.year);
  const { closedAt } = existing(await funds.closing(sourceId, year), `${sourceId}/${year}`);
  return funds.recordedAfter(sourceId, { after: closedAt, upTo: lastDayOf(year) }, page);
}
