import * as z from 'zod/mini';
import { CommuneIdSchema, IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'lending';

export const GroupFormed = defineEvent({
  type: 'GroupFormed',
  version: 1,
  source,
  title: { vi: 'Thành lập tổ TK&VV', en: 'Savings and credit group formed' },
  data: z.object({
    groupId: IdSchema,
    communeId: CommuneIdSchema,
    organisationId: SlugSchema,
    members: z.int(),
  }),
});

export const GroupMembersAdded = defineEvent({
  type: 'GroupMembersAdded',
  version: 1,
  source,
  title: { vi: 'Kết nạp tổ viên', en: 'Members added to the group' },
  data: z.object({ groupId: IdSchema, householdIds: z.array(IdSchema), members: z.int() }),
});

export const GROUP_EVENTS = [GroupFormed, GroupMembersAdded] as const;
