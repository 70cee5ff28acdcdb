import { strangersRefused } from '#capital/references/domain/named-references.ts';
import { absent, effectiveDay, existing } from '#shared/application/preconditions.ts';
import { OpeningBalancesProposed } from '#shared/contracts/capital/opening/events.ts';
import type { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { openingStatus, proposeOpening } from '../domain/opening-balances.ts';
import type { OpeningBook } from './ports.ts';
import { strangersIn } from './strangers-in.ts';

/**
 * Proposes opening balances:
 * 1. the caller’s area is the province; the id is free and the cut-over day has come;
 * 2. every programme and commune is known on that day;
 * 3. decide: nothing was ever posted to the source, the lines do, and the control totals agree to the đồng;
 * 4. keep the proposal with its lines; the ledger stays as it is.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `already-exists`, `reference-unknown` (409),
 * `effective-day-in-future`, `reference-not-in-force` and what the decision refuses (422).
 */
export async function proposeOpeningBalances(
  book: OpeningBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof OPENING_ROUTES.proposeOpeningBalances>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { openingId, decision, document, controlTotals, lines } = input;
  const cutOverOn = effectiveDay(input.cutOverOn, book.today);
  const found = await book.open({ sourceId, openingId });
  const source = existing(found.source, sourceId);
  absent(found.opening, openingId);
  const strangers = await strangersIn(book, lines, cutOverOn);
  if (strangers.length > 0) throw strangersRefused(strangers);
  const opening = proposeOpening(
    source,
    {
      openingId,
      cutOverOn,
      decision,
      document: document ?? null,
      controlTotals,
      proposedBy: caller.id,
      proposedAt: book.now,
    },
    lines,
    book.today,
  );
  return book.keep({
    opening,
    lines,
    draft: draftEvent({
      event: OpeningBalancesProposed,
      subject: `${sourceId}/${openingId}`,
      aggregateVersion: opening.version,
      communeId: null,
      effectiveOn: book.today,
      data: { sourceId, openingId, cutOverOn, fund: controlTotals.fund, lines: lines.length },
    }),
    answer: { id: openingId, version: opening.version, status: openingStatus(opening) },
  });
}
