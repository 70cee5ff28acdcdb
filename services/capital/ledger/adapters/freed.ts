import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Leaf } from '../domain/leaf.ts';
import { leafKey } from './capital-table.ts';

/** Word to whoever serves the queue of a leaf that its first may be served. */
export function freed(act: Act, leaf: Leaf): Fact {
  const { sourceId, programmeId, communeId, version } = leaf;
  return {
    key: { pk: leafKey(leaf).pk, sk: `FREED#${version.toString().padStart(8, '0')}#${act.newId()}` },
    draft: draftEvent({
      event: CapitalFreed,
      subject: `${sourceId}/${programmeId}/${communeId}`,
      aggregateVersion: version,
      communeId,
      effectiveOn: act.today,
      data: { sourceId, programmeId, communeId },
    }),
  };
}
