import * as z from 'zod/mini';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { groupKey, groupsOfCommune, membershipKey, membersOfGroup } from '#lending/table-map.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { GroupFormed, GroupMembersAdded } from '#shared/contracts/lending/groups/events.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { StoredDaySchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { GroupChange } from '../application/ports.ts';
import type { Group, Member } from '../domain/group.ts';

const refuse = errorsOf(GROUP_ERRORS);

export const GroupSummarySchema = z.object({
  name: z.string(),
  organisationId: z.string(),
  villageName: z.string(),
  members: z.int(),
});

export const GroupItemSchema = z.pipe(
  z.object({
    gsi1sk: z.string(),
    summary: GroupSummarySchema,
    version: z.int(),
    communeId: z.string(),
    leaderHouseholdId: z.string(),
    transactionDay: z.nullable(z.int()),
    formedOn: StoredDaySchema,
    lastFactOn: StoredDaySchema,
  }),
  z.transform(({ gsi1sk, summary, ...rest }): Group => ({ groupId: gsi1sk, ...summary, ...rest })),
);

export const MemberItemSchema = z.object({
  gsi2sk: z.string(),
  label: z.object({ personId: z.string(), joinedOn: StoredDaySchema }),
});

export const MembershipItemSchema = z.pipe(
  z.object({ groupId: z.string(), ...MemberItemSchema.shape }),
  z.transform(({ groupId, gsi2sk, label }) => ({ groupId, householdId: gsi2sk, ...label })),
);

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
  const { name, organisationId, villageName, members } = group;
  return {
    ...groupKey(group.groupId),
    gsi1pk: groupsOfCommune(group.communeId),
    gsi1sk: group.groupId,
    summary: { name, organisationId, villageName, members },
    version: group.version,
    communeId: group.communeId,
    leaderHouseholdId: group.leaderHouseholdId,
    transactionDay: group.transactionDay,
    formedOn: group.formedOn,
    lastFactOn: group.lastFactOn,
  };
}

function membershipItem(groupId: string, { householdId, personId, joinedOn }: Member): Item {
  return {
    ...membershipKey(householdId),
    gsi2pk: membersOfGroup(groupId),
    gsi2sk: householdId,
    label: { personId, joinedOn },
    groupId,
  };
}
