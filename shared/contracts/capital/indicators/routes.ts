import * as z from 'zod/mini';
import { TargetsOnDaySchema } from '#shared/contracts/capital/contracts/views.ts';
import {
  areaAndFound,
  asOfQuery,
  READ,
  READ_FIGURES,
  RECORD_FIGURES,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { RateCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  ConfidenceSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  pageOf,
  RevisedSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { FIGURE_ERRORS } from './errors.ts';
import {
  IndicatorDefinitionSchema,
  IndicatorIdSchema,
  IndicatorRowSchema,
  IndicatorSeriesSchema,
  IndicatorTargetSchema,
  IndicatorValueSchema,
  NationalRowSchema,
  NationalTableSchema,
  OpportunityRateSchema,
  WholeNumberCodec,
} from './views.ts';

const INDICATORS = '/v1/capital/indicators';

const indicatorParams = z.strictObject({ indicatorId: IndicatorIdSchema });

const knownOn = z.optional(InstantSchema);

const narrowed = {
  sourceId: z.optional(IdSchema),
  communeId: z.optional(CommuneIdSchema),
  programmeId: z.optional(SlugSchema),
};

const base = z.optional(DaySchema);

const readErrors = {
  ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
  ...pickErrors(COMMON_ERRORS, 'known-on-in-future'),
  ...pickErrors(FIGURE_ERRORS, 'indicator-filter-refused', 'series-range-refused'),
};

const recordErrors = pickErrors(COMMON_ERRORS, 'version-stale');

const inForce = { from: DaySchema, to: z.nullable(DaySchema), source: LegalSourceSchema };

/** Indicators as of a day and as known on an instant, and the dated figures they rest on. */
export const INDICATOR_ROUTES = {
  listIndicators: defineRoute({
    operationId: 'listIndicators',
    method: 'GET',
    path: INDICATORS,
    summary: { vi: 'Danh mục chỉ số nguồn vốn', en: 'Catalogue of capital indicators' },
    kind: 'query',
    access: READ_FIGURES,
    params: null,
    query: null,
    body: null,
    response: z.object({ items: z.array(IndicatorDefinitionSchema) }),
    successStatus: 200,
    errors: {},
  }),
  getIndicator: defineRoute({
    operationId: 'getIndicator',
    method: 'GET',
    path: `${INDICATORS}/{indicatorId}`,
    summary: {
      vi: 'Giá trị chỉ số đến một ngày, theo những gì đã biết tại một thời điểm',
      en: 'An indicator as of a day and as known on an instant',
    },
    kind: 'query',
    access: READ_FIGURES,
    params: indicatorParams,
    query: z.strictObject({ asOf: z.optional(DaySchema), knownOn, base, ...narrowed }),
    body: null,
    response: IndicatorValueSchema,
    successStatus: 200,
    errors: readErrors,
  }),
  getIndicatorSeries: defineRoute({
    operationId: 'getIndicatorSeries',
    method: 'GET',
    path: `${INDICATORS}/{indicatorId}/series`,
    summary: { vi: 'Chuỗi chỉ số theo ngày, tháng, năm', en: 'An indicator by day, month or year' },
    kind: 'query',
    access: READ_FIGURES,
    params: indicatorParams,
    query: z.strictObject({
      from: DaySchema,
      to: DaySchema,
      by: z.enum(['day', 'month', 'year']),
      knownOn,
      base,
      ...narrowed,
    }),
    body: null,
    response: IndicatorSeriesSchema,
    successStatus: 200,
    errors: readErrors,
  }),
  listIndicatorRows: defineRoute({
    operationId: 'listIndicatorRows',
    method: 'GET',
    path: `${INDICATORS}/{indicatorId}/rows`,
    summary: {
      vi: 'Các dòng dưới chỉ số: theo nguồn vốn, quyết định, chỉ tiêu hoặc tỉnh',
      en: 'The rows beneath an indicator: by source, decision, quota or province',
    },
    kind: 'query',
    access: READ_FIGURES,
    params: indicatorParams,
    query: z.strictObject({
      asOf: z.optional(DaySchema),
      knownOn,
      base,
      by: z.optional(z.enum(['source', 'decision', 'quota'])),
      ...narrowed,
      ...CursorQuerySchema,
    }),
    body: null,
    response: pageOf(IndicatorRowSchema),
    successStatus: 200,
    errors: readErrors,
  }),
  putIndicatorTarget: defineRoute({
    operationId: 'putIndicatorTarget',
    method: 'PUT',
    path: '/v1/capital/indicator-targets/{targetId}',
    summary: { vi: 'Ghi nhận mục tiêu của chỉ số', en: 'Record the target of an indicator' },
    kind: 'record',
    access: RECORD_FIGURES,
    params: z.strictObject({ targetId: SlugSchema }),
    query: null,
    body: z
      .strictObject({
        indicatorId: IndicatorIdSchema,
        bound: z.enum(['at-least', 'at-most']),
        value: WholeNumberCodec,
        ...inForce,
      })
      .check(
        z.meta({ id: 'IndicatorTargetContent', description: 'A target of an indicator as it is recorded' }),
      ),
    response: RevisedSchema,
    successStatus: 200,
    errors: { ...recordErrors, ...pickErrors(FIGURE_ERRORS, 'figure-days-refused') },
  }),
  listIndicatorTargets: defineRoute({
    operationId: 'listIndicatorTargets',
    method: 'GET',
    path: '/v1/capital/indicator-targets',
    summary: { vi: 'Mục tiêu của các chỉ số', en: 'Targets of indicators' },
    kind: 'query',
    access: READ_FIGURES,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(IndicatorTargetSchema),
    successStatus: 200,
    errors: {},
  }),
  putOpportunityRate: defineRoute({
    operationId: 'putOpportunityRate',
    method: 'PUT',
    path: '/v1/capital/opportunity-rates/{rateId}',
    summary: { vi: 'Ghi nhận lãi suất cơ hội', en: 'Record an opportunity rate' },
    kind: 'record',
    access: RECORD_FIGURES,
    params: z.strictObject({ rateId: SlugSchema }),
    query: null,
    body: z.strictObject({ rate: RateCodec, ...inForce }).check(
      z.meta({
        id: 'OpportunityRateContent',
        description: 'What money would cost elsewhere, as it is recorded',
      }),
    ),
    response: RevisedSchema,
    successStatus: 200,
    errors: { ...recordErrors, ...pickErrors(FIGURE_ERRORS, 'figure-days-refused') },
  }),
  listOpportunityRates: defineRoute({
    operationId: 'listOpportunityRates',
    method: 'GET',
    path: '/v1/capital/opportunity-rates',
    summary: { vi: 'Lãi suất cơ hội', en: 'Opportunity rates' },
    kind: 'query',
    access: READ_FIGURES,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(OpportunityRateSchema),
    successStatus: 200,
    errors: {},
  }),
  putNationalTable: defineRoute({
    operationId: 'putNationalTable',
    method: 'PUT',
    path: '/v1/capital/national-tables/{asOf}',
    summary: {
      vi: 'Nhập bảng vốn ủy thác toàn quốc của một ngày',
      en: 'Import the national table of entrusted capital of a day',
    },
    kind: 'record',
    access: RECORD_FIGURES,
    params: z.strictObject({ asOf: DaySchema }),
    query: null,
    body: z
      .strictObject({
        rows: z.array(NationalRowSchema).check(z.minLength(1), z.maxLength(100)),
        source: ShortTextSchema,
        confidence: ConfidenceSchema,
      })
      .check(
        z.meta({
          id: 'NationalTableContent',
          description: 'Entrusted capital of the provinces on a day, as it is recorded',
        }),
      ),
    response: RevisedSchema,
    successStatus: 200,
    errors: { ...recordErrors, ...pickErrors(FIGURE_ERRORS, 'national-table-refused') },
  }),
  getNationalTable: defineRoute({
    operationId: 'getNationalTable',
    method: 'GET',
    path: '/v1/capital/national-tables/{asOf}',
    summary: { vi: 'Bảng vốn ủy thác toàn quốc của một ngày', en: 'National table of a day' },
    kind: 'query',
    access: READ_FIGURES,
    params: z.strictObject({ asOf: DaySchema }),
    query: null,
    body: null,
    response: NationalTableSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  getContractTargets: defineRoute({
    operationId: 'getContractTargets',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/contract/targets`,
    summary: { vi: 'Chỉ tiêu của hợp đồng vào một ngày', en: 'Targets of the contract on a day' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: asOfQuery,
    body: null,
    response: TargetsOnDaySchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
};

/** Every route of the function that answers with figures. */
