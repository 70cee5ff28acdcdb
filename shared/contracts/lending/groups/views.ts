import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema, ShortTextSchema, SlugSchema } from '#shared/contracts/common.ts';

/** Wire shapes of savings and credit groups. */

const MemberBodySchema = z
  .strictObject({ householdId: IdSchema, personId: IdSchema })
  .check(
    z.meta({ id: 'MemberBody', description: 'A household and the person who represents it in the group' }),
  );

const group = {
  groupId: IdSchema,
  name: ShortTextSchema,
  communeId: CommuneIdSchema,
  organisationId: SlugSchema,
  villageName: ShortTextSchema,
  leaderHouseholdId: IdSchema,
};

const TransactionDaySchema = z.int().check(z.minimum(1), z.maximum(28));

export const GroupBodySchema = z
  .strictObject({
    ...group,
    /** Fixed day of the month the commune's transaction point meets the group. */
    transactionDay: z.optional(TransactionDaySchema),
    members: z.array(MemberBodySchema).check(z.minLength(1), z.maxLength(60)),
    effectiveOn: z.optional(DayCodec),
  })
  .check(z.meta({ id: 'GroupBody', description: 'A savings and credit group with its first members' }));

export const NewMembersSchema = z
  .strictObject({
    members: z.array(MemberBodySchema).check(z.minLength(1), z.maxLength(55)),
    effectiveOn: z.optional(DayCodec),
    expectedVersion: z.optional(z.int().check(z.minimum(1))),
  })
  .check(z.meta({ id: 'NewMembers', description: 'Members who join the group' }));

const MemberSchema = z
  .object({ householdId: IdSchema, personId: IdSchema, joinedOn: DayCodec })
  .check(z.meta({ id: 'Member', description: 'A member of a group' }));

export const GroupSchema = z
  .object({
    ...group,
    transactionDay: z.nullable(TransactionDaySchema),
    formedOn: DayCodec,
    version: z.int(),
    members: z.array(MemberSchema),
  })
  .check(z.meta({ id: 'Group', description: 'A savings and credit group' }));

export const GroupRowSchema = z
  .object({
    groupId: IdSchema,
    name: z.string(),
    organisationId: SlugSchema,
    villageName: z.string(),
    members: z.int(),
  })
  .check(z.meta({ id: 'GroupRow', description: 'A group in the list' }));
