import type { Holding } from '#capital/funds/domain/holding.ts';
import type { ChainedEntry } from '#capital/ledger/application/ledger-ports.ts';
import { FundHandedOver, FundHandOverReversed } from '#shared/contracts/capital/funds/events.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { canonical } from '#shared/domain/canonical.ts';
import type { Ground, Proof } from './proof.ts';

/**
 * Who holds the fund, as it is kept for its holders, is what hand-overs and their reversals tell. Holders are read
 * before the entries: what was handed over meanwhile is left to the next run.
 */
export async function proveHolders({ ledger, sourceId, today, find }: Ground): Promise<Proof> {
  const kept = await ledger.holdings(sourceId);
  /** By the day and version of the entry of the hand-over. */
  const told = new Map<string, Holding>();
  return {
    take: ({ entry }) => {
      takeHandOver(told, sourceId, entry);
    },
    end: () => {
      const all = [...told.values()];
      const may = new Set(all.flatMap((one) => [one, { ...one, ended: null }].map(canonical)));
      const has = new Set(kept.map(canonical));
      const isOver = ({ recordedAt, ended }: Holding): boolean =>
        businessDayOf(Date.parse(ended?.recordedAt ?? recordedAt)) < today;
      const strange =
        kept.find((one) => !may.has(canonical(one))) ??
        all.find((one) => isOver(one) && !has.has(canonical(one)));
      if (strange) {
        const detail = `${strange.holderSourceId} from ${strange.from} on: entries and what is kept differ`;
        find('holder-differs', `holders ${sourceId}`, null, detail);
      }
    },
  };
}

function takeHandOver(
  told: Map<string, Holding>,
  sourceId: string,
  { event: { type, data, effectiveOn, aggregateVersion, recordedAt } }: ChainedEntry,
): void {
  if (type === FundHandedOver.type) {
    told.set(`${effectiveOn} ${aggregateVersion}`, {
      sourceId,
      holderSourceId: String(data['holderSourceId']),
      from: effectiveOn,
      recordedAt,
      ended: null,
    });
  }
  if (type !== FundHandOverReversed.type) return;
  const named = `${String(data['entryOn'])} ${String(data['entryVersion'])}`;
  const holding = told.get(named);
  if (holding) told.set(named, { ...holding, ended: { on: effectiveOn, recordedAt } });
}
