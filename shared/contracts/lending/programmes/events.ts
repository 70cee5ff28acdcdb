import * as z from 'zod/mini';
import { SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'lending';

export const ReferenceRevised = defineEvent({
  type: 'LendingReferenceRevised',
  version: 1,
  source,
  title: { vi: 'Chương trình hoặc tổ chức được sửa đổi', en: 'Programme or organisation revised' },
  data: z.object({ kind: z.enum(['programme', 'organisation']), id: SlugSchema, revision: z.int() }),
});
