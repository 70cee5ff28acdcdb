import * as z from 'zod/mini';

import { SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'beneficiary';

export const AreaChanged = defineEvent({
  type: 'AreaChanged',
  version: 1,
  source,
  title: { vi: 'Đơn vị hành chính thay đổi', en: 'Administrative unit changed' },
  data: z.object({ areaId: z.string(), revision: z.int() }),
});

export const ReferenceRevised = defineEvent({
  type: 'BeneficiaryReferenceRevised',
  version: 1,
  source,
  title: {
    vi: 'Chuẩn nghèo hoặc điều kiện thụ hưởng được sửa đổi',
    en: 'Poverty standard or eligibility rule revised',
  },
  data: z.object({
    kind: z.enum(['poverty-standard', 'eligibility-rule']),
    id: SlugSchema,
    revision: z.int(),
  }),
});
