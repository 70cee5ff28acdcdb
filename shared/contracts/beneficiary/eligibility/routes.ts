import * as z from 'zod/mini';
import { onDay, query, record } from '#shared/contracts/beneficiary/route-parts.ts';
import { IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { EligibilityDecisionSchema, EligibilityRulesContentSchema, EligibilityRulesSchema } from './views.ts';

/** Who may have what, and what was decided. */
export const ELIGIBILITY_ROUTES = {
  putEligibilityRules: defineRoute({
    ...record,
    operationId: 'putEligibilityRules',
    path: '/v1/beneficiary/eligibility-rules/{programmeId}',
    summary: {
      vi: 'Ghi nhận điều kiện thụ hưởng của chương trình',
      en: 'Record who may borrow under a programme',
    },
    params: z.strictObject({ programmeId: SlugSchema }),
    body: EligibilityRulesContentSchema,
  }),
  getEligibilityRules: defineRoute({
    ...query,
    operationId: 'getEligibilityRules',
    path: '/v1/beneficiary/eligibility-rules/{programmeId}',
    summary: {
      vi: 'Điều kiện thụ hưởng; có ngày thì chỉ phiên bản hiệu lực ngày đó',
      en: 'Who may borrow; with a day, only the version in force on it',
    },
    params: z.strictObject({ programmeId: SlugSchema }),
    query: z.strictObject({ on: onDay }),
    response: EligibilityRulesSchema,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  getEligibilityDecision: defineRoute({
    ...query,
    operationId: 'getEligibilityDecision',
    path: '/v1/beneficiary/eligibility-decisions/{loanId}',
    summary: {
      vi: 'Kết quả xét điều kiện và lý do',
      en: 'The eligibility decision on a loan and its reasons',
    },
    params: z.strictObject({ loanId: IdSchema }),
    query: null,
    response: EligibilityDecisionSchema,
    errors: { ...pickErrors(COMMON_ERRORS, 'not-found'), ...pickErrors(CALLER_ERRORS, 'area-not-allowed') },
  }),
};
