import { actDay } from '#lending/act-day.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import { absent } from '#shared/application/preconditions.ts';
import type { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertOrganisation, assertReach } from '#shared/domain/caller.ts';
import { assertLeaderIsMember, assertSize } from '../domain/group.ts';
import type { Group } from '../domain/group.ts';
import type { GroupStore } from './ports.ts';

const refuse = errorsOf(PROGRAMME_ERRORS);

/**
 * A savings and credit group is formed in a village (10/TD).
 * 1. The caller reaches the commune and works for the organisation, which is recorded.
 * 2. The group has 5 to 60 members, its leader among them.
 * 3. The group is stored with one membership for each household; none may be in another group.
 */
export async function formGroup(
  context: Context<GroupStore>,
  body: BodyOf<typeof GROUP_ROUTES.formGroup>,
): Promise<{ id: string; version: number }> {
  const { caller, store } = context;
  assertReach(caller, body.communeId);
  assertOrganisation(caller, body.organisationId);
  absent(await store.readGroup(body.groupId), body.groupId);
  if (!(await store.hasOrganisation(body.organisationId))) {
    throw refuse('organisation-unknown', { organisationId: body.organisationId });
  }
  assertSize(0, body.members);
  assertLeaderIsMember(body.leaderHouseholdId, body.members);
  const on = actDay(context.today, body);
  const group: Group = {
    groupId: body.groupId,
    name: body.name,
    communeId: body.communeId,
    organisationId: body.organisationId,
    villageName: body.villageName,
    leaderHouseholdId: body.leaderHouseholdId,
    transactionDay: body.transactionDay ?? null,
    formedOn: on,
    lastFactOn: on,
    members: body.members.length,
    version: 1,
  };
  const joining = body.members.map((member) => ({ ...member, joinedOn: on }));
  return store.saveGroup({ before: null, after: group, joining }, { id: group.groupId, version: 1 });
}
