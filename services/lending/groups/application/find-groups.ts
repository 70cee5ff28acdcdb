import { existing } from '#shared/application/preconditions.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Group } from '../domain/group.ts';
import type { GroupReader } from './ports.ts';

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findGroup(reader: GroupReader, caller: Caller, groupId: string): Promise<Group> {
  const group = existing(await reader.findGroup(groupId), groupId);
  assertReach(caller, group.communeId);
  return group;
}
