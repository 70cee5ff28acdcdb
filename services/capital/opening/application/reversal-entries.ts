import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import { lineOfSource } from '#capital/ledger/application/line-of-source.ts';
import { OpeningBalanceReversed, SourceOpeningReversed } from '#shared/contracts/capital/opening/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { lineName } from '../domain/opening-balances.ts';
import type { OpeningReversal } from '../domain/opening-balances.ts';
import type { TakenBack } from '../domain/opening-reversal.ts';
import { documentOf } from './opening-entries.ts';
import type { KeptLine } from './ports.ts';

type Approved = OpeningReversal & { readonly effectiveOn: string };

/** The entry that takes back what the source itself had brought; null when it brought nothing, or it is not its turn. */
export function ownReversal(
  { opening, source, own }: TakenBack,
  { effectiveOn, reason }: Approved,
): CapitalFact | null {
  if (own.length === 0) return null;
  const { sourceId, openingId, controlTotals } = opening;
  return {
    of: { source: sourceId },
    line: lineOfSource(sourceId, own),
    ...documentOf(opening),
    draft: draftEvent({
      event: SourceOpeningReversed,
      subject: sourceId,
      aggregateVersion: source.version,
      communeId: null,
      effectiveOn,
      data: {
        sourceId,
        openingId,
        unallocated: controlTotals.unallocated,
        provision: controlTotals.provision,
        reason,
        postings: own,
      },
    }),
  };
}

/** One entry for each leaf: the other way round what its line posted. */
export function lineReversals({ opening, taken }: TakenBack, { effectiveOn, reason }: Approved): KeptLine[] {
  const { sourceId, openingId } = opening;
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
          event: OpeningBalanceReversed,
          subject: `${sourceId}/${lineName(line)}`,
          aggregateVersion: leaf.version,
          communeId,
          effectiveOn,
          data: {
            ...place,
            openingId,
            outstanding: line.outstanding,
            available: line.available,
            reason,
            postings,
          },
        }),
      },
    };
  });
}
