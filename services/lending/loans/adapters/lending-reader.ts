import { GroupItemSchema, MemberItemSchema } from '#lending/groups/adapters/group-item.ts';
import { ListItemSchema } from '#lending/requests/adapters/list-item.ts';
import { groupKey, listKey, loanKey, membersOfGroup } from '#lending/table.ts';
import { getItem, queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LendingReader } from '../application/ports.ts';
import { factOfItem, LoanFactItemSchema } from './loan-history.ts';
import { LoanItemSchema, loanOf } from './loan-item.ts';

/** A loan of fifty years with a payment every week stays below this. */
const MOST_FACTS = 3000;

const MOST_MEMBERS = 60;

export function openLendingReader(table: Table): LendingReader {
  return {
    async findLoan(loanId) {
      const item = await getItem(table, loanKey(loanId), LoanItemSchema);
      return item === null ? null : loanOf(item);
    },

    async findFacts(loanId, upTo) {
      // '$' sorts after '#', so the range ends with the last fact of the day.
      const between = ['FACT#', `FACT#${upTo}$`] as const;
      const partition = loanKey(loanId).pk;
      const items = await queryAll(table, LoanFactItemSchema, { partition, between, bound: MOST_FACTS });
      return items.map(factOfItem);
    },

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

    findList: (listId) => getItem(table, listKey(listId), ListItemSchema),
  };
}
