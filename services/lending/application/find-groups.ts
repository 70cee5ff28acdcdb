import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Group } from '../domain/group.ts';
import type { LoanList } from '../domain/loan-list.ts';
import { found } from './act-rules.ts';
import type { LendingReader } from './ports.ts';

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findGroup(reader: LendingReader, caller: Caller, groupId: string): Promise<Group> {
  const group = found(await reader.findGroup(groupId), groupId);
  assertReach(caller, group.communeId);
  return group;
}

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findList(reader: LendingReader, caller: Caller, listId: string): Promise<LoanList> {
  const list = found(await reader.findList(listId), listId);
  assertReach(caller, list.communeId);
  return list;
}
