import * as z from 'zod/mini';

import { DayCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'beneficiary';

export const HouseholdRegistered = defineEvent({
  type: 'HouseholdRegistered',
  version: 1,
  source,
  title: { vi: 'Đã đăng ký hộ', en: 'Household registered' },
  data: z.object({ householdId: IdSchema, communeId: CommuneIdSchema, members: z.int() }),
});

export const HouseholdClassified = defineEvent({
  type: 'HouseholdClassified',
  version: 1,
  source,
  title: { vi: 'Hộ được phân loại', en: 'Household classified' },
  data: z.object({
    householdId: IdSchema,
    communeId: CommuneIdSchema,
    standardId: SlugSchema,
    category: SlugSchema,
    from: DayCodec,
    decisionNumber: z.string(),
  }),
});
