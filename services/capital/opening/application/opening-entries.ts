import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import { lineOfSource } from '#capital/ledger/application/line-of-source.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { OpeningBalanceRecorded, SourceOpeningRecorded } from '#shared/contracts/capital/opening/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { dayOfLines, lineName } from '../domain/opening-balances.ts';
import type { OpeningBalances, TakenLine } from '../domain/opening-balances.ts';
import type { KeptLine } from './ports.ts';

/** The entry of what the source itself held; null when it held nothing. */
export function ownEntry(
  opening: OpeningBalances,
  { source, postings }: { readonly source: CapitalSource; readonly postings: readonly Posting[] },
): CapitalFact | null {
  if (postings.length === 0) return null;
  const { sourceId, openingId, cutOverOn, decision, controlTotals } = opening;
  return {
    of: { source: sourceId },
    line: lineOfSource(sourceId, postings),
    ...documentOf(opening),
    draft: draftEvent({
      event: SourceOpeningRecorded,
      subject: sourceId,
      aggregateVersion: source.version,
      communeId: null,
      effectiveOn: cutOverOn,
      data: {
        sourceId,
        openingId,
        unallocated: controlTotals.unallocated,
        provision: controlTotals.provision,
        decision,
        postings,
      },
    }),
  };
}

/** One entry for each leaf: both sides of its balances. */
export function leafEntries(opening: OpeningBalances, taken: readonly TakenLine[]): KeptLine[] {
  const { sourceId, openingId, decision } = opening;
  return taken.map(({ leaf, read, line, postings }) => {
    const { programmeId, communeId } = line;
    const place = { sourceId, programmeId, communeId };
    return {
      leaf,
      read,
      fact: {
        of: { leaf: place },
        line: { ...place, loanId: null, postings },
        ...documentOf(opening),
        draft: draftEvent({
          event: OpeningBalanceRecorded,
          subject: `${sourceId}/${lineName(line)}`,
          aggregateVersion: leaf.version,
          communeId,
          effectiveOn: dayOfLines(opening),
          data: {
            ...place,
            openingId,
            outstanding: line.outstanding,
            available: line.available,
            decision,
            postings,
          },
        }),
      },
    };
  });
}

export function documentOf({ document }: OpeningBalances): { readonly document?: string } {
  return document === null ? {} : { document };
}
