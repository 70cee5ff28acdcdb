import { groupKey, groupsOfCommune, membershipKey, membersOfGroup } from '#lending/table-map.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { GroupFormed, GroupMembersAdded } from '#shared/contracts/lending/groups/events.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Item } from '#shared/data/stored.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError, errorsOf } from '#shared/domain/errors.ts';
import type { GroupChange } from '../application/ports.ts';
import type { Group, Member } from '../domain/group.ts';

import { GROUP, MEMBERSHIP } from './group-item.ts';

const refuse = errorsOf(GROUP_ERRORS);

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
