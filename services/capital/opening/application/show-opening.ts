import { existing } from '#shared/application/preconditions.ts';
import { OPENING_CHECKERS } from '#shared/contracts/capital/opening/routes.ts';
import type { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { openingStatus } from '../domain/opening-balances.ts';
import type { OpeningBalances } from '../domain/opening-balances.ts';
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
  const [opening, page] = await Promise.all([reads.opening(named), reads.linesOf(named, cursor)]);
  return {
    opening: openingToWire(existing(opening, named.openingId)),
    items: page.items.map(({ outstanding, available, ...place }) => ({
      ...place,
      outstanding: outstanding.toString(),
      available: available.toString(),
    })),
    next: page.next,
    decidedBy: [...OPENING_CHECKERS],
  };
}

function decidedToWire(decided: Decided | null) {
  return decided && { by: decided.by, at: decided.at, reason: decided.reason };
}

function openingToWire(opening: OpeningBalances): Detail['opening'] {
  const { sourceId, openingId, version, cutOverOn, decision, document, lines, recorded, decided, reversal } =
    opening;
  const { outstanding, available, unallocated, provision, fund } = opening.controlTotals;
  return {
    sourceId,
    openingId,
    version,
    status: openingStatus(opening),
    cutOverOn,
    decision,
    document,
    controlTotals: {
      outstanding: outstanding.toString(),
      available: available.toString(),
      unallocated: unallocated.toString(),
      provision: provision.toString(),
      fund: fund.toString(),
    },
    lines,
    recorded,
    proposedBy: opening.proposedBy,
    proposedAt: opening.proposedAt,
    decided: decidedToWire(decided),
    reversal: reversal && {
      ...reversal,
      failedLines: [...reversal.failedLines],
      decided: decidedToWire(reversal.decided),
    },
  };
}
