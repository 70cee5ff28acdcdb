import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'beneficiary';

export const AreaChanged = defineEvent({
  type: 'AreaChanged',
  version: 2,
  source,
  title: { vi: 'Đơn vị hành chính thay đổi', en: 'Administrative unit changed' },
  data: z.object({
    areaId: z.string(),
    revision: z.int(),
    /** First and last day of the unit, null where there is none; null as a whole in events of version 1, which did not tell it. */
    validity: z.nullable(z.object({ from: z.nullable(DayCodec), to: z.nullable(DayCodec) })),
  }),
  earlier: { 1: (data) => ({ ...data, validity: null }) },
});
