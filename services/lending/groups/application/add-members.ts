import { assertVersion, effectiveDay, found } from '#lending/loans/application/act-rules.ts';
import type { Bodies, Context } from '#lending/loans/application/ports.ts';
import { assertOrganisation, assertReach } from '#shared/domain/caller.ts';
import { assertSize } from '../domain/group.ts';

/**
 * A group admits members.
 * 1. Read the group; the caller reaches its commune and works for its organisation.
 * 2. It keeps at most 60 members.
 * 3. One membership for each household is stored; none may be in another group.
 */
export async function addMembers(
  context: Context,
  groupId: string,
  body: Bodies['addMembers'],
): Promise<{ id: string; version: number }> {
  const { caller, store } = context;
  const group = found(await store.readGroup(groupId), groupId);
  assertReach(caller, group.communeId);
  assertOrganisation(caller, group.organisationId);
  assertVersion(group.version, body);
  assertSize(group.members, body.members);
  const on = effectiveDay(context.today, body, group.lastFactOn);
  const after = {
    ...group,
    members: group.members + body.members.length,
    lastFactOn: on,
    version: group.version + 1,
  };
  const joining = body.members.map((member) => ({ ...member, joinedOn: on }));
  return store.save({ group: { before: group, after, joining } }, { id: groupId, version: after.version });
}
