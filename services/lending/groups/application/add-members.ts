import { actDay } from '#lending/act-day.ts';
import type { Context } from '#shared/application/context.ts';
import { existing, expectVersion } from '#shared/application/preconditions.ts';
import type { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertOrganisation, assertReach } from '#shared/domain/caller.ts';
import { assertSize } from '../domain/group.ts';
import type { GroupStore } from './ports.ts';

/**
 * A group admits members.
 * 1. Read the group; the caller reaches its commune and works for its organisation.
 * 2. It keeps at most 60 members.
 * 3. One membership for each household is stored; none may be in another group.
 */
export async function addMembers(
  context: Context<GroupStore>,
  groupId: string,
  body: BodyOf<typeof GROUP_ROUTES.addMembers>,
): Promise<{ id: string; version: number }> {
  const { caller, store } = context;
  const group = existing(await store.readGroup(groupId), groupId);
  assertReach(caller, group.communeId);
  assertOrganisation(caller, group.organisationId);
  expectVersion(body.expectedVersion, group.version);
  assertSize(group.members, body.members);
  const on = actDay(context.today, body, group.lastFactOn);
  const after = {
    ...group,
    members: group.members + body.members.length,
    lastFactOn: on,
    version: group.version + 1,
  };
  const joining = body.members.map((member) => ({ ...member, joinedOn: on }));
  return store.saveGroup({ before: group, after, joining }, { id: groupId, version: after.version });
}
