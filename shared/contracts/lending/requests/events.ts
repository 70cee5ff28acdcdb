import * as z from 'zod/mini';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'lending';

export const ListSubmitted = defineEvent({
  type: 'ListSubmitted',
  version: 1,
  source,
  title: { vi: 'Tổ gửi danh sách đề nghị vay vốn (03/TD)', en: 'Group list submitted (03/TD)' },
  data: z.object({
    listId: IdSchema,
    groupId: IdSchema,
    communeId: CommuneIdSchema,
    loanIds: z.array(IdSchema).check(z.maxLength(20)),
    total: VndCodec,
  }),
});

export const ListConfirmed = defineEvent({
  type: 'ListConfirmed',
  version: 1,
  source,
  title: { vi: 'UBND xã xác nhận danh sách', en: 'Commune confirmed the list' },
  data: z.object({ listId: IdSchema, groupId: IdSchema, confirmed: z.int(), refused: z.int() }),
});

export const LIST_EVENTS = [ListSubmitted, ListConfirmed] as const;
