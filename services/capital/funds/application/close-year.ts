import type { BookReads } from '#capital/ledger/application/ports.ts';
import { existing } from '#shared/application/preconditions.ts';
import { FundYearClosed } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { assertClosable, assertMayClose, figuresOfYear, firstDayOf, lastDayOf } from '../domain/closing.ts';
import type { ClosingBook } from './ports.ts';

/**
 * Closes a year of a source:
 * 1. the caller’s area is the province; read the source and whether the year is closed already;
 * 2. decide: the year is over, and the source was open in it;
 * 3. reckon the year as known at this instant, and keep it. Nothing is locked: what is recorded later appears as a
 *    difference, and the statement never changes.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `year-already-closed` (409), `year-not-over`, `year-before-opening` (422).
 */
export async function closeYear(
  book: ClosingBook,
  reads: Pick<BookReads, 'moved'>,
  caller: Caller,
  sourceId: string,
  { year }: BodyOf<typeof FUND_ROUTES.closeYear>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const found = await book.year(sourceId, year);
  const source = existing(found.source, sourceId);
  assertClosable(year, source, book.today);
  assertMayClose(year, found.status);
  const moved = await reads.moved(
    { sourceId, leaf: null },
    { from: firstDayOf(year), to: lastDayOf(year), knownOn: book.now },
  );
  return book.keepClosing({
    sourceId,
    year,
    draft: draftEvent({
      event: FundYearClosed,
      subject: `${sourceId}/${year}`,
      aggregateVersion: 1,
      communeId: null,
      effectiveOn: lastDayOf(year),
      data: { sourceId, year, figures: figuresOfYear(moved, year) },
    }),
    answer: { id: `${sourceId}/${year}`, version: 1 },
  });
}
