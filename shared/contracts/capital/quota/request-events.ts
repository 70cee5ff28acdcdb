import * as z from 'zod/mini';
import {
  CommuneIdSchema,
  IdSchema,
  PositiveVndSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { grantContent, requestContent } from './request-views.ts';

const source = 'capital';

/** Whose request it is, so that the commune can be told. */
const asked = {
  requestId: IdSchema,
  programmeId: SlugSchema,
  communeId: CommuneIdSchema,
  amount: PositiveVndSchema,
  requestedBy: z.string(),
};

export const QuotaRequested = defineEvent({
  type: 'QuotaRequested',
  version: 1,
  source,
  title: { vi: 'Xã đề nghị bổ sung chỉ tiêu', en: 'A commune asks for more quota' },
  data: z.object(requestContent),
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

export const QUOTA_REQUEST_EVENTS = [QuotaRequested, QuotaRequestAccepted, QuotaRequestDeclined] as const;
