import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { CONTRACT_ERRORS } from '#shared/contracts/capital/contracts/errors.ts';
import { FoundingContractSchema } from '#shared/contracts/capital/contracts/views.ts';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { effectiveOn, READ, SOURCES } from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  LegalSourceSchema,
  pageOf,
  RevisedSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { SOURCE_ERRORS } from './errors.ts';
import { InvestorSchema } from './views.ts';

/** Investors, and sources opened on their contracts. */
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
      .check(z.meta({ id: 'InvestorContent', description: 'An investor as it is recorded' })),
    response: RevisedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'version-stale'),
      ...pickErrors(SOURCE_ERRORS, 'validity-reversed', 'capital-code-not-of-investor'),
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
      .check(z.meta({ id: 'OpenSource', description: 'Opens a source on its entrustment contract' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(
        SOURCE_ERRORS,
        'investor-unknown',
        'investor-not-in-force',
        'capital-kind-not-of-investor',
      ),
      ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued'),
      ...pickErrors(CONTRACT_ERRORS, 'contract-term-dates-refused', 'contract-terms-overlap'),
    },
  }),
};
