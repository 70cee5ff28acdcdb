import * as z from 'zod/mini';
import { placedItem } from '#shared/data/placed-item.ts';
import { StoredDaySchema } from '#shared/data/stored.ts';
import type { Membership } from '../application/ports.ts';
import type { Group } from '../domain/group.ts';

export const GroupSummarySchema = z.object({
  name: z.string(),
  organisationId: z.string(),
  villageName: z.string(),
  members: z.int(),
});

export const GROUP = placedItem(
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

export const MEMBERSHIP = placedItem(
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
