import { found } from '#lending/loans/application/act-rules.ts';
import type { LendingReader } from '#lending/loans/application/ports.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Group } from '../domain/group.ts';

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findGroup(reader: LendingReader, caller: Caller, groupId: string): Promise<Group> {
  const group = found(await reader.findGroup(groupId), groupId);
  assertReach(caller, group.communeId);
  return group;
}
