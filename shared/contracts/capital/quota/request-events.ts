import * as z from 'zod/mini';
import { PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema, ShortTextSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { grantContent, requestContent } from './request-views.ts';

const source = 'capital';

/** Whose request it is, so that the commune can be told. */
const asked = {
  requestId: IdSchema,
  programmeId: SlugSchema,
  communeId: CommuneIdSchema,
  amount: PositiveVndCodec,
  requestedBy: z.string(),
};

export const QuotaRequested = defineEvent({
  type: 'QuotaRequested',
  version: 1,
  source,
  title: { vi: 'Xã đề nghị bổ sung chỉ tiêu', en: 'A commune asks for more quota' },
  data: z.object(requestContent),
});

/** The decision that is to meet the request is named; it is met when that is approved. */
export const QuotaRequestPromised = defineEvent({
  type: 'QuotaRequestPromised',
  version: 1,
  source,
  title: {
    vi: 'Đề nghị bổ sung chỉ tiêu được đưa vào quyết định chờ duyệt',
    en: 'Request for quota to be met by a decision that is pending',
  },
  data: z.object({ ...asked, ...grantContent }),
});

export const QuotaRequestAccepted = defineEvent({
  type: 'QuotaRequestAccepted',
  version: 1,
  source,
  title: { vi: 'Chấp nhận đề nghị bổ sung chỉ tiêu', en: 'Request for quota accepted' },
  data: z.object({ ...asked, ...grantContent }),
});

export const QuotaRequestDeclined = defineEvent({
  type: 'QuotaRequestDeclined',
  version: 1,
  source,
  title: { vi: 'Không chấp nhận đề nghị bổ sung chỉ tiêu', en: 'Request for quota declined' },
  data: z.object({ ...asked, reason: ShortTextSchema }),
});

/** The decision named for it was not approved, or what it gave was taken back: the request is open again. */
export const QuotaRequestReopened = defineEvent({
  type: 'QuotaRequestReopened',
  version: 1,
  source,
  title: { vi: 'Đề nghị bổ sung chỉ tiêu được mở lại', en: 'Request for quota open again' },
  data: z.object({
    ...asked,
    sourceId: IdSchema,
    decisionId: IdSchema,
    because: z.enum(['rejected', 'withdrawn', 'undone', 'reversed']),
  }),
});

export const QUOTA_REQUEST_EVENTS = [
  QuotaRequested,
  QuotaRequestPromised,
  QuotaRequestAccepted,
  QuotaRequestDeclined,
  QuotaRequestReopened,
] as const;
