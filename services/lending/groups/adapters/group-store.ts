import { hasOrganisation } from '#lending/programmes/adapters/reference-store.ts';
import { groupKey } from '#lending/table-map.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { GroupStore } from '../application/ports.ts';
import { GroupItemSchema } from './group-item.ts';
import { groupFact, groupWrites } from './group-writes.ts';

/** The store of one act on groups: one read to decide on, one transaction to write. */
export function openGroupStore(table: Table, act: Act): GroupStore {
  return {
    async readGroup(groupId) {
      const key = groupKey(groupId);
      return (await readForAct(table, act, [key])).take(key, GroupItemSchema);
    },
    hasOrganisation: (organisationId) => hasOrganisation(table, organisationId),
    saveGroup: (change, answer) =>
      commit(table, act, { writes: groupWrites(change), facts: [groupFact(change)], answer }),
  };
}
