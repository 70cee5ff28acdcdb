import { existing } from '#shared/application/preconditions.ts';
import { OPENING_CHECKERS } from '#shared/contracts/capital/opening/routes.ts';
import type { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { openingStatus } from '../domain/opening-balances.ts';
import type { NamedOpening, OpeningReads } from './ports.ts';

type Detail = AnswerOf<typeof OPENING_ROUTES.getOpeningBalances>;

/** Opening balances with a page of their lines. Throws `area-not-allowed` (403), `not-found` (404). */
export async function showOpening(
  reads: OpeningReads,
  caller: Caller,
  named: NamedOpening,
  cursor: string | undefined,
): Promise<Detail> {
  assertReachProvince(caller);
  const [found, page] = await Promise.all([reads.opening(named), reads.linesOf(named, cursor)]);
  const opening = existing(found, named.openingId);
  return {
    opening: { ...opening, status: openingStatus(opening) },
    items: page.items,
    next: page.next,
    decidedBy: OPENING_CHECKERS,
  };
}
