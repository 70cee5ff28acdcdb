import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import {
  areaAndFound,
  effectiveOn,
  expectedVersion,
  READ,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  InstantSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { FUND_ERRORS } from './errors.ts';
import { planContent } from './plan-parts.ts';
import { LateTrancheSchema, PlanPositionSchema, PlanVersionSchema } from './plan-views.ts';

const SOURCE = `${SOURCES}/{sourceId}`;

/** Funding plans of sources, and what of them is late. */
export const PLAN_ROUTES = {
  recordFundingPlan: defineRoute({
    operationId: 'recordFundingPlan',
    method: 'POST',
    path: `${SOURCE}/record-funding-plan`,
    summary: {
      vi: 'Ghi kế hoạch vốn của nguồn, hoặc bản điều chỉnh',
      en: 'Record a funding plan of a source, or its revision',
    },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        planId: IdSchema,
        ...planContent,
        effectiveOn,
        /** The version of the plan that is revised. */
        expectedVersion,
      })
      .check(
        z.meta({ id: 'RecordFundingPlan', description: 'Capital that is to come, by year and by tranche' }),
      ),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued'),
      ...pickErrors(FUND_ERRORS, 'tranches-exceed-plan', 'named-twice', 'tranche-of-another-plan'),
    },
  }),
  listFundingPlans: defineRoute({
    operationId: 'listFundingPlans',
    method: 'GET',
    path: `${SOURCE}/funding-plans`,
    summary: {
      vi: 'Kế hoạch vốn của nguồn đến một ngày: kế hoạch, đã nhận, còn lại, chậm',
      en: 'Funding plans of a source as of a day: planned, received, remaining, late',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ asOf: z.optional(DaySchema), knownOn: z.optional(InstantSchema) }),
    body: null,
    response: z.object({
      sourceId: IdSchema,
      asOf: DaySchema,
      /** null: as known now. */
      knownOn: z.nullable(InstantSchema),
      items: z.array(PlanPositionSchema),
    }),
    successStatus: 200,
    errors: { ...areaAndFound, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') },
  }),
  listFundingPlanVersions: defineRoute({
    operationId: 'listFundingPlanVersions',
    method: 'GET',
    path: `${SOURCE}/funding-plans/{planId}/versions`,
    summary: { vi: 'Các bản của một kế hoạch vốn', en: 'Versions of a funding plan' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ sourceId: IdSchema, planId: IdSchema }),
    query: null,
    body: null,
    response: z.object({ items: z.array(PlanVersionSchema) }),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listLateTranches: defineRoute({
    operationId: 'listLateTranches',
    method: 'GET',
    path: '/v1/capital/late-tranches',
    summary: {
      vi: 'Các đợt chuyển vốn chậm của toàn tỉnh đến một ngày; mỗi trang đi qua một số nguồn',
      en: 'Late tranches of the whole province as of a day; a page goes over some sources',
    },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ asOf: z.optional(DaySchema), ...CursorQuerySchema }),
    body: null,
    response: z.object({ asOf: DaySchema, items: z.array(LateTrancheSchema), next: z.nullable(z.string()) }),
    successStatus: 200,
    errors: pickErrors(CALLER_ERRORS, 'area-not-allowed'),
  }),
};
