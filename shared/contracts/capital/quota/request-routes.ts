import * as z from 'zod/mini';
import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import { areaAndFound, READ } from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CommuneIdSchema,
  CursorQuerySchema,
  IdSchema,
  pageOf,
  ShortTextSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { PROPOSAL_ERRORS } from '#shared/domain/proposal.ts';
import { QUOTA_ERRORS } from './errors.ts';
import {
  grantContent,
  QuotaRequestSchema,
  QuotaRequestStatusSchema,
  requestContent,
} from './request-views.ts';

const REQUESTS = '/v1/capital/quota-requests';

const REQUEST = `${REQUESTS}/{requestId}`;

const PLANNER = { roles: ['branch-planner'], scope: null } as const;

const requestParams = z.strictObject({ requestId: IdSchema });

const answerErrors = {
  ...areaAndFound,
  ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
};

/** A commune asks for more quota; the branch answers with a decision or with a reason. */
export const QUOTA_REQUEST_ROUTES = {
  requestQuota: defineRoute({
    operationId: 'requestQuota',
    method: 'POST',
    path: REQUESTS,
    summary: { vi: 'Xã đề nghị bổ sung chỉ tiêu', en: 'Ask for more quota for a commune' },
    kind: 'command',
    access: { roles: ['commune-chair', 'commune-officer'], scope: null },
    params: null,
    query: null,
    body: z
      .strictObject(requestContent)
      .check(z.meta({ id: 'RequestQuota', description: 'A commune asks for more quota' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...areaAndFound,
      ...pickErrors(COMMON_ERRORS, 'already-exists'),
      ...REFERENCE_ERRORS,
    },
  }),
  acceptQuotaRequest: defineRoute({
    operationId: 'acceptQuotaRequest',
    method: 'POST',
    path: `${REQUEST}/accept-quota-request`,
    summary: {
      vi: 'Chấp nhận đề nghị, nêu quyết định giao chỉ tiêu và số được giao; đề nghị được đáp ứng khi quyết định được duyệt',
      en: 'Accept a request, naming the quota decision that is to meet it and the amount; it is met when that is approved',
    },
    kind: 'command',
    access: PLANNER,
    params: requestParams,
    query: null,
    body: z
      .strictObject(grantContent)
      .check(
        z.meta({ id: 'AcceptQuotaRequest', description: 'Names the quota decision that meets the request' }),
      ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: { ...answerErrors, ...pickErrors(QUOTA_ERRORS, 'quota-decision-does-not-meet') },
  }),
  declineQuotaRequest: defineRoute({
    operationId: 'declineQuotaRequest',
    method: 'POST',
    path: `${REQUEST}/decline-quota-request`,
    summary: { vi: 'Không chấp nhận đề nghị, có lý do', en: 'Decline a request, with a reason' },
    kind: 'command',
    access: PLANNER,
    params: requestParams,
    query: null,
    body: z
      .strictObject({ reason: ShortTextSchema })
      .check(z.meta({ id: 'DeclineQuotaRequest', description: 'Says why the request is not met' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: answerErrors,
  }),
  listQuotaRequests: defineRoute({
    operationId: 'listQuotaRequests',
    method: 'GET',
    path: REQUESTS,
    summary: {
      vi: 'Đề nghị bổ sung chỉ tiêu của một xã, hoặc của toàn tỉnh theo trạng thái',
      en: 'Requests of a commune, or of the whole province by their status',
    },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({
      communeId: z.optional(CommuneIdSchema),
      /** Without a commune: pending when absent. */
      status: z.optional(QuotaRequestStatusSchema),
      ...CursorQuerySchema,
    }),
    body: null,
    response: pageOf(QuotaRequestSchema),
    successStatus: 200,
    errors: pickErrors(CALLER_ERRORS, 'area-not-allowed'),
  }),
  getQuotaRequest: defineRoute({
    operationId: 'getQuotaRequest',
    method: 'GET',
    path: REQUEST,
    summary: { vi: 'Một đề nghị bổ sung chỉ tiêu', en: 'A request for more quota' },
    kind: 'query',
    access: READ,
    params: requestParams,
    query: null,
    body: null,
    response: QuotaRequestSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
};
