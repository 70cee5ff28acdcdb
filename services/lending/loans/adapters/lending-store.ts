import * as z from 'zod/mini';
import {
  groupFact,
  GroupItemSchema,
  groupWrites,
  MembershipItemSchema,
} from '#lending/groups/adapters/group-item.ts';
import { listFact, ListItemSchema, listWrite } from '#lending/requests/adapters/list-item.ts';
import {
  committedKey,
  groupKey,
  listKey,
  loanKey,
  membershipKey,
  ORGANISATION,
  PROGRAMME,
} from '#lending/table.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { ProgrammeBodySchema } from '#shared/contracts/lending/programmes/views.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import type { ItemSet } from '#shared/data/read.ts';
import { getReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Changes, Committed, LendingStore, LoanChange } from '../application/ports.ts';
import type { Loan } from '../domain/loan.ts';
import { factOfLoan } from './loan-events.ts';
import { itemOf, LoanItemSchema, loanOf } from './loan-item.ts';

const CommittedItemSchema = z.object({ version: z.int(), loanIds: z.array(z.string()) });

/** The store of one act on DynamoDB: one batch read to decide on, one transaction to write. */
export function openLendingStore(table: Table, act: Act): LendingStore {
  const read = (...keys: Parameters<typeof readForAct>[2][number][]) => readForAct(table, act, keys);
  return {
    async readLoan(loanId) {
      return takeLoan(await read(loanKey(loanId)), loanId);
    },

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

    async readGroup(groupId) {
      return (await read(groupKey(groupId))).take(groupKey(groupId), GroupItemSchema);
    },

    async readProgramme(programmeId) {
      const programme = await getReference(table, PROGRAMME, programmeId, ProgrammeBodySchema);
      return programme?.content ?? null;
    },

    async hasOrganisation(organisationId) {
      return (await getReference(table, ORGANISATION, organisationId, z.unknown())) !== null;
    },

    save(changes, answer) {
      return commit(table, act, { writes: writesOf(changes), facts: factsOf(changes), answer });
    },
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function takeLoan(items: ItemSet, loanId: string): Loan | null {
  const item = items.take(loanKey(loanId), LoanItemSchema);
  return item === null ? null : loanOf(item);
}

function takeLoans(items: ItemSet, loanIds: readonly string[]): Loan[] {
  return distinct(loanIds).flatMap((loanId) => takeLoan(items, loanId) ?? []);
}

function takeCommitted(items: ItemSet, householdId: string, programmeId: string): Committed {
  const item = items.take(committedKey(householdId, programmeId), CommittedItemSchema);
  return { householdId, programmeId, loanIds: item?.loanIds ?? [], version: item?.version ?? null };
}

function writesOf({ loans = [], committed, list, group }: Changes): Write[] {
  return [
    ...loans.map(loanWrite),
    ...(committed ? [committedWrite(committed)] : []),
    ...(list ? [listWrite(list)] : []),
    ...(group ? groupWrites(group) : []),
  ];
}

function factsOf({ loans = [], list, group }: Changes) {
  return [
    ...loans.map(({ after, fact }) => factOfLoan(after, fact)),
    ...(list ? [listFact(list)] : []),
    ...(group ? [groupFact(group)] : []),
  ];
}

function loanWrite({ before, after }: LoanChange): Write {
  const item = itemOf(after);
  const taken = () => new DomainError(COMMON_ERRORS, 'already-exists', { id: after.loanId });
  return before === null ? createItem(item, taken) : replaceItem(item, before.version);
}

function committedWrite({ householdId, programmeId, loanIds, version }: Committed): Write {
  const item = { ...committedKey(householdId, programmeId), loanIds, version: (version ?? 0) + 1 };
  return version === null ? createItem(item) : replaceItem(item, version);
}
