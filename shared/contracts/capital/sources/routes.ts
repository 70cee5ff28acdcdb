import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { CONTRACT_ERRORS } from '#shared/contracts/capital/contracts/errors.ts';
import { FoundingContractSchema } from '#shared/contracts/capital/contracts/views.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { CAPITAL_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import { EntrySchema } from '#shared/contracts/capital/ledger/views.ts';
import { QuotaSchema } from '#shared/contracts/capital/quota/views.ts';
import { LoanCapitalSchema } from '#shared/contracts/capital/reservations/views.ts';
import {
  areaAndFound,
  asOfQuery,
  effectiveOn,
  expectedVersion,
  READ,
  rowsOfCommuneQuery,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { LoanTraceSchema, SourceTraceSchema } from '#shared/contracts/capital/trace/views.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  LegalSourceSchema,
  lineOf,
  pageOf,
  PositiveVndSchema,
  RevisedSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { InvestorSchema, SourceSummarySchema } from './views.ts';

/** Investors, sources, their receipts and quotas, traces, and what proves the ledger. */
export const SOURCE_ROUTES = {
  putInvestor: defineRoute({
    operationId: 'putInvestor',
    method: 'PUT',
    path: '/v1/capital/investors/{investorId}',
    summary: { vi: 'Ghi nhận nhà đầu tư', en: 'Record an investor' },
    kind: 'record',
    access: { roles: ['finance-officer', 'administrator'], scope: 'reference.write' },
    params: z.strictObject({ investorId: SlugSchema }),
    query: null,
    body: z
      .strictObject({
        nameVi: ShortTextSchema,
        nameEn: z.optional(ShortTextSchema),
        kind: InvestorSchema.shape.kind,
        coreCode: z.nullable(z.string().check(z.regex(/^[A-Za-z0-9]{1,12}$/))),
        capitalCode: InvestorSchema.shape.capitalCode,
        validFrom: z.nullable(DaySchema),
        validTo: z.nullable(DaySchema),
        source: LegalSourceSchema,
      })
      .check(z.meta({ id: 'InvestorContent' })),
    response: RevisedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'version-stale'),
      ...pickErrors(FUND_ERRORS, 'validity-reversed', 'capital-code-not-of-investor'),
    },
  }),
  listInvestors: defineRoute({
    operationId: 'listInvestors',
    method: 'GET',
    path: '/v1/capital/investors',
    summary: { vi: 'Danh sách nhà đầu tư', en: 'Investors' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(InvestorSchema),
    successStatus: 200,
    errors: {},
  }),
  openSource: defineRoute({
    operationId: 'openSource',
    method: 'POST',
    path: SOURCES,
    summary: {
      vi: 'Mở nguồn vốn theo hợp đồng ủy thác hoặc văn bản thành lập',
      en: 'Open a source founded on an entrustment contract or another founding instrument',
    },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: null,
    query: null,
    body: z
      .strictObject({
        sourceId: IdSchema,
        investorId: SlugSchema,
        kind: CapitalKindSchema,
        contract: FoundingContractSchema,
        effectiveOn,
      })
      .check(z.meta({ id: 'OpenSource' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(
        CAPITAL_ERRORS,
        'investor-unknown',
        'investor-not-in-force',
        'capital-kind-not-of-investor',
        'decision-not-yet-issued',
      ),
      ...pickErrors(CONTRACT_ERRORS, 'contract-term-dates-refused', 'contract-terms-overlap'),
    },
  }),
  receiveCapital: defineRoute({
    operationId: 'receiveCapital',
    method: 'POST',
    path: `${SOURCES}/{sourceId}/receive-capital`,
    summary: { vi: 'Nhận vốn theo quyết định', en: 'Receive capital by a decision' },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        amount: PositiveVndSchema,
        decision: DecisionSchema,
        /** Number of the transfer document. */
        document: z.optional(lineOf(80)),
        /** The planned tranche it is of, or a part of. */
        trancheId: z.optional(IdSchema),
        effectiveOn,
        expectedVersion,
      })
      .check(z.meta({ id: 'ReceiveCapital' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(CAPITAL_ERRORS, 'decision-not-yet-issued', 'investor-not-in-force'),
      ...pickErrors(FUND_ERRORS, 'effective-day-before-opening', 'tranche-unknown'),
    },
  }),
  listSources: defineRoute({
    operationId: 'listSources',
    method: 'GET',
    path: SOURCES,
    summary: { vi: 'Danh sách nguồn vốn', en: 'Sources of capital' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(SourceSummarySchema),
    successStatus: 200,
    errors: {},
  }),
  getSource: defineRoute({
    operationId: 'getSource',
    method: 'GET',
    path: `${SOURCES}/{sourceId}`,
    summary: {
      vi: 'Truy vết nguồn vốn: quyết định, chỉ tiêu, cho vay, chưa cho vay đến một ngày',
      en: 'Trace of a source: decisions, quota, lent and unlent as of a day',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: asOfQuery,
    body: null,
    response: SourceTraceSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  listQuotas: defineRoute({
    operationId: 'listQuotas',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/quotas`,
    summary: {
      vi: 'Chỉ tiêu của nguồn theo xã và chương trình',
      en: 'Quotas of a source by commune and programme',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: rowsOfCommuneQuery,
    body: null,
    response: pageOf(QuotaSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listSourceLoans: defineRoute({
    operationId: 'listSourceLoans',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/loans`,
    summary: { vi: 'Các món vay thuộc nguồn', en: 'Loans under a source' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: rowsOfCommuneQuery,
    body: null,
    response: pageOf(LoanCapitalSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listEntries: defineRoute({
    operationId: 'listEntries',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/entries`,
    summary: { vi: 'Sổ nhật ký của nguồn từ một ngày', en: 'Journal of a source from a day on' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ from: z.optional(DaySchema), ...CursorQuerySchema }),
    body: null,
    response: pageOf(EntrySchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getLoanCapital: defineRoute({
    operationId: 'getLoanCapital',
    method: 'GET',
    path: '/v1/capital/loans/{loanId}',
    summary: {
      vi: 'Đường về của vốn: món vay → chỉ tiêu → nguồn → quyết định, đến một ngày',
      en: 'The way back of a loan’s capital: loan → quota → source → decision, as of a day',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ loanId: IdSchema }),
    query: asOfQuery,
    body: null,
    response: LoanTraceSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  ...LEDGER_ROUTES,
  ...operationsRoutes('capital'),
};
