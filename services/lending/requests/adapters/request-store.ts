import * as z from 'zod/mini';
import { GroupItemSchema, MembershipItemSchema } from '#lending/groups/adapters/group-item.ts';
import { factOfLoan } from '#lending/loans/adapters/loan-facts.ts';
import { loanWrite, openLoanStore, takeLoan } from '#lending/loans/adapters/loan-store.ts';
import type { Loan } from '#lending/loans/domain/loan.ts';
import { readProgramme } from '#lending/programmes/adapters/reference-store.ts';
import { committedKey, groupKey, listKey, loanKey, membershipKey } from '#lending/table-map.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { readForAct } from '#shared/data/read.ts';
import type { ItemSet } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import type { Committed, RequestChanges, RequestStore } from '../application/ports.ts';
import { listFact, ListItemSchema, listWrite } from './list-item.ts';

const CommittedItemSchema = z.object({ version: z.int(), loanIds: z.array(z.string()) });

/** The store of one act on requests: one batch read to decide on, one transaction to write. */
export function openRequestStore(table: Table, act: Act): RequestStore {
  const read = (...keys: Key[]) => readForAct(table, act, keys);
  return {
    ...openLoanStore(table, act),

    async readLoans(loanIds) {
      return takeLoans(await read(...distinct(loanIds).map(loanKey)), loanIds);
    },

    async readApplication({ loanId, groupId, householdId, programmeId }) {
      const items = await read(
        loanKey(loanId),
        groupKey(groupId),
        membershipKey(householdId),
        committedKey(householdId, programmeId),
      );
      return {
        loan: takeLoan(items, loanId),
        group: items.take(groupKey(groupId), GroupItemSchema),
        membership: items.take(membershipKey(householdId), MembershipItemSchema),
        committed: takeCommitted(items, householdId, programmeId),
      };
    },

    async readCommitted(householdId, programmeId) {
      const items = await read(committedKey(householdId, programmeId));
      return takeCommitted(items, householdId, programmeId);
    },

    async readList(listId) {
      return (await read(listKey(listId))).take(listKey(listId), ListItemSchema);
    },

    async readNewList({ listId, groupId, loanIds }) {
      const items = await read(listKey(listId), groupKey(groupId), ...distinct(loanIds).map(loanKey));
      return {
        list: items.take(listKey(listId), ListItemSchema),
        group: items.take(groupKey(groupId), GroupItemSchema),
        loans: takeLoans(items, loanIds),
      };
    },

    readProgramme: (programmeId) => readProgramme(table, programmeId),

    save: (changes, answer) =>
      commit(table, act, { writes: writesOf(changes), facts: factsOf(changes), answer }),
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function takeLoans(items: ItemSet, loanIds: readonly string[]): Loan[] {
  return distinct(loanIds).flatMap((loanId) => takeLoan(items, loanId) ?? []);
}

function takeCommitted(items: ItemSet, householdId: string, programmeId: string): Committed {
  const item = items.take(committedKey(householdId, programmeId), CommittedItemSchema);
  return { householdId, programmeId, loanIds: item?.loanIds ?? [], version: item?.version ?? null };
}

function writesOf({ loans = [], committed, list }: RequestChanges): Write[] {
  return [
    ...loans.map(loanWrite),
    ...(committed ? [committedWrite(committed)] : []),
    ...(list ? [listWrite(list)] : []),
  ];
}

function factsOf({ loans = [], list }: RequestChanges): Fact[] {
  return [...loans.map((change) => factOfLoan(change)), ...(list ? [listFact(list)] : [])];
}

function committedWrite({ householdId, programmeId, loanIds, version }: Committed): Write {
  const item = { ...committedKey(householdId, programmeId), loanIds, version: (version ?? 0) + 1 };
  return version === null ? createItem(item) : replaceItem(item, version);
}
