import { CapitalWithdrawalReversed, CapitalWithdrawn } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { reverseWithdrawal as decide } from '../domain/withdrawal.ts';
import type { FundsBook } from './ports.ts';
import { findEntryToReverse, reversalChange } from './reverse-entry.ts';

/**
 * Reverses a withdrawal of capital, by another person than recorded it:
 * 1. the caller’s area is the province; read the source, the withdrawal, and whether it is reversed already;
 * 2. post cash-unallocated against capital-withdrawn; the withdrawal stays as it is.
 *
 * Throws `area-not-allowed`, `maker-may-not-reverse` (403), `not-found` (404), `version-stale`, `entry-already-reversed` (409),
 * `effective-day-in-future`, `effective-day-before-last-entry` (422).
 */
export async function reverseWithdrawal(
  book: FundsBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.reverseWithdrawal>,
): Promise<Accepted> {
  const found = await findEntryToReverse(book, caller, sourceId, input, CapitalWithdrawn.type);
  const posted = decide(found.before, found.entry, found.reversing);
  return book.keep(
    reversalChange(found, posted, (subject, data) =>
      draftEvent({ event: CapitalWithdrawalReversed, ...subject, data }),
    ),
  );
}
