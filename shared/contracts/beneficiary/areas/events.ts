import * as z from 'zod/mini';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'beneficiary';

export const AreaChanged = defineEvent({
  type: 'AreaChanged',
  version: 1,
  source,
  title: { vi: 'Đơn vị hành chính thay đổi', en: 'Administrative unit changed' },
  data: z.object({ areaId: z.string(), revision: z.int() }),
});
