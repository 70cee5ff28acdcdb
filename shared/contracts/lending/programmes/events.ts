import * as z from 'zod/mini';
import { DaySchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'lending';

export const ReferenceRevised = defineEvent({
  type: 'LendingReferenceRevised',
  version: 2,
  source,
  title: { vi: 'Chương trình hoặc tổ chức được sửa đổi', en: 'Programme or organisation revised' },
  data: z.object({
    kind: z.enum(['programme', 'organisation']),
    id: SlugSchema,
    revision: z.int(),
    /**
     * Of a programme: whether it still lends, and the days of its versions. A closed one lends under no version that is
     * still open. null for an organisation, and in events of version 1, which did not tell it.
     */
    lends: z.nullable(
      z.object({
        status: z.enum(['open', 'closed']),
        periods: z.array(z.object({ from: DaySchema, to: z.nullable(DaySchema) })),
      }),
    ),
  }),
  earlier: { 1: (data) => ({ ...data, lends: null }) },
});
