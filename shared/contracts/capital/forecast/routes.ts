import * as z from 'zod/mini';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import {
  areaAndFound,
  READ_FIGURES,
  RECORD_FIGURES,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import {
  CommuneIdSchema,
  CursorQuerySchema,
  pageOf,
  RevisedSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import {
  assumptionContent,
  ForecastAssumptionSchema,
  ONE_FIELD_A_KIND,
  ForecastSchema,
  ShortfallSchema,
} from './views.ts';

const months = z.optional(
  z
    .string()
    .check(
      z.regex(/^([1-9]|[1-9]\d|1[01]\d|120)$/),
      z.meta({ description: 'Months ahead, 1 to 120; 60 when absent' }),
    ),
);

const place = { communeId: z.optional(CommuneIdSchema), programmeId: z.optional(SlugSchema) };

/** When the money of a source runs out, where first, and what is taken for granted. */
export const FORECAST_ROUTES = {
  getForecast: defineRoute({
    operationId: 'getForecast',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/forecast`,
    summary: {
      vi: 'Dự báo vốn quay vòng theo tháng, của nguồn hoặc của xã, chương trình',
      en: 'Revolving forecast by month, of a source or of a commune and programme in it',
    },
    kind: 'query',
    access: READ_FIGURES,
    params: sourceParams,
    query: z.strictObject({ months, ...place }),
    body: null,
    response: ForecastSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  listShortfalls: defineRoute({
    operationId: 'listShortfalls',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/shortfalls`,
    summary: {
      vi: 'Hết vốn ở chương trình và xã nào trước',
      en: 'In which programme and commune the money runs out first',
    },
    kind: 'query',
    access: READ_FIGURES,
    params: sourceParams,
    query: z.strictObject({ months, ...place, ...CursorQuerySchema }),
    body: null,
    response: pageOf(ShortfallSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  putForecastAssumption: defineRoute({
    operationId: 'putForecastAssumption',
    method: 'PUT',
    path: '/v1/capital/forecast-assumptions/{assumptionId}',
    summary: { vi: 'Ghi nhận giả định dự báo', en: 'Record an assumption of forecasts' },
    kind: 'record',
    access: RECORD_FIGURES,
    params: z.strictObject({ assumptionId: SlugSchema }),
    query: null,
    body: z.strictObject(assumptionContent).check(
      z.meta({
        id: 'ForecastAssumptionContent',
        description: 'What a forecast assumes for a place and a programme, as it is recorded',
        ...ONE_FIELD_A_KIND,
      }),
    ),
    response: RevisedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'version-stale'),
      ...pickErrors(FIGURE_ERRORS, 'figure-days-refused', 'forecast-assumption-refused'),
      ...pickErrors(REFERENCE_ERRORS, 'reference-unknown'),
    },
  }),
  listForecastAssumptions: defineRoute({
    operationId: 'listForecastAssumptions',
    method: 'GET',
    path: '/v1/capital/forecast-assumptions',
    summary: { vi: 'Các giả định dự báo', en: 'Assumptions of forecasts' },
    kind: 'query',
    access: READ_FIGURES,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(ForecastAssumptionSchema),
    successStatus: 200,
    errors: {},
  }),
};
