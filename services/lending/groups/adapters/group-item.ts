import * as z from 'zod/mini';
import { groupKey, groupsOfCommune, membershipKey, membersOfGroup } from '#lending/table-map.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { GroupFormed, GroupMembersAdded } from '#shared/contracts/lending/groups/events.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { placedItem } from '#shared/data/placed-item.ts';
import { StoredDaySchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError, errorsOf } from '#shared/domain/errors.ts';
import type { GroupChange, Membership } from '../application/ports.ts';
import type { Group, Member } from '../domain/group.ts';

const refuse = errorsOf(GROUP_ERRORS);

export const GroupSummarySchema = z.object({
  name: z.string(),
  organisationId: z.string(),
  villageName: z.string(),
  members: z.int(),
});

const GROUP = placedItem(
  z.object({
    groupId: z.string(),
    ...GroupSummarySchema.shape,
    version: z.int(),
    communeId: z.string(),
    leaderHouseholdId: z.string(),
    transactionDay: z.nullable(z.int()),
    formedOn: StoredDaySchema,
    lastFactOn: StoredDaySchema,
  }) satisfies z.ZodMiniType<Group>,
  { gsi1: { sort: 'groupId', shown: z.keyof(GroupSummarySchema).options } },
);

const MEMBERSHIP = placedItem(
  z.object({
    groupId: z.string(),
    householdId: z.string(),
    personId: z.string(),
    joinedOn: StoredDaySchema,
  }) satisfies z.ZodMiniType<Membership>,
  { gsi2: { sort: 'householdId', shown: ['personId', 'joinedOn'] } },
);

export const GroupItemSchema = GROUP.read;
export const MembershipItemSchema = MEMBERSHIP.read;

/** A member as the index of its group tells it. */
export const MemberItemSchema = z.object({
  gsi2sk: z.string(),
  label: z.object({ personId: z.string(), joinedOn: StoredDaySchema }),
});

/** The group, and one membership for each household that joins: a household in another group refuses it. */
export function groupWrites({ before, after, joining }: GroupChange): Write[] {
  const head = itemOf(after);
  const taken = () => new DomainError(COMMON_ERRORS, 'already-exists', { id: after.groupId });
  return [
    before === null ? createItem(head, taken) : replaceItem(head, before.version),
    ...joining.map((member) =>
      createItem(membershipItem(after.groupId, member), () =>
        refuse('household-in-another-group', { householdId: member.householdId }),
      ),
    ),
  ];
}

export function groupFact({ before, after, joining }: GroupChange): Fact {
  const { groupId, communeId, organisationId, members, version, lastFactOn } = after;
  const about = {
    subject: `group/${groupId}`,
    aggregateVersion: version,
    communeId,
    effectiveOn: lastFactOn,
  };
  const householdIds = joining.map(({ householdId }) => householdId);
  return {
    key: { pk: groupKey(groupId).pk, sk: factSortKey(lastFactOn, version) },
    draft:
      before === null
        ? draftEvent({ ...about, event: GroupFormed, data: { groupId, communeId, organisationId, members } })
        : draftEvent({ ...about, event: GroupMembersAdded, data: { groupId, householdIds, members } }),
  };
}

function itemOf(group: Group): Item & { readonly version: number } {
  const { groupId, communeId, version } = group;
  return { ...groupKey(groupId), gsi1pk: groupsOfCommune(communeId), ...GROUP.place(group), version };
}

function membershipItem(groupId: string, member: Member): Item {
  return {
    ...membershipKey(member.householdId),
    gsi2pk: membersOfGroup(groupId),
    ...MEMBERSHIP.place({ groupId, ...member }),
  };
}
