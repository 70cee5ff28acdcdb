import { groupKey, membersOfGroup } from '#lending/table-map.ts';
import { getItem, queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { GroupReader } from '../application/ports.ts';
import { GroupItemSchema, MemberItemSchema } from './group-item.ts';

const MOST_MEMBERS = 60;

export function openGroupReader(table: Table): GroupReader {
  return {
    findGroup: (groupId) => getItem(table, groupKey(groupId), GroupItemSchema),

    async findMembers(groupId) {
      const partition = membersOfGroup(groupId);
      const items = await queryAll(table, MemberItemSchema, {
        index: 'gsi2',
        partition,
        bound: MOST_MEMBERS,
      });
      return items.map(({ gsi2sk, label }) => ({ householdId: gsi2sk, ...label }));
    },
  };
}
