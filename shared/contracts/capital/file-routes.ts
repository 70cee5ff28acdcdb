import * as z from 'zod/mini';
import { AcceptedSchema, CursorQuerySchema, DecisionSchema, IdSchema } from '../common.ts';
import { COMMON_ERRORS } from '../errors.ts';
import { defineRoute, pickErrors } from '../route.ts';
import { FileFormatSchema, SheetFileSchema } from '../file.ts';
import { CAPITAL_ERRORS } from './errors.ts';
import { FILE_ERRORS } from './file-errors.ts';
import { OPENINGS, OPENING_CHECKERS, proposingErrors } from './opening-routes.ts';
import { openingContent } from './opening-views.ts';
import { QUOTA_ERRORS } from './quota-errors.ts';
import { QuotaDecisionPreviewSchema } from './quota-views.ts';
import { READ, SOURCES, areaAndFound, effectiveOn, isAnother, sourceParams } from './route-parts.ts';

export const TEMPLATES = ['quota-decision', 'opening-balances'] as const;

/** Quota decisions and opening balances in files: out, filled in, and in again. */
export const FILE_ROUTES = {
  importQuotaDecision: defineRoute({
    operationId: 'importQuotaDecision',
    method: 'POST',
    path: `${SOURCES}/{sourceId}/quota-decisions/import`,
    summary: {
      vi: 'Đề xuất quyết định giao chỉ tiêu từ tệp CSV hoặc XLSX',
      en: 'Propose a quota decision from a CSV or XLSX file',
    },
    kind: 'command',
    access: { roles: ['branch-planner'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        decisionId: IdSchema,
        decision: DecisionSchema,
        /** Day its entries count for; absent: the day of its approval. */
        effectiveOn,
        /** true: rows that do not do are left out and listed in the answer; otherwise one of them refuses all. */
        acceptPartial: z.optional(z.boolean()),
        isAnother,
        file: SheetFileSchema,
      })
      .check(z.meta({ id: 'ImportQuotaDecision' })),
    response: QuotaDecisionPreviewSchema,
    successStatus: 201,
    errors: {
      ...areaAndFound,
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
      ...pickErrors(CAPITAL_ERRORS, 'looks-like-a-duplicate'),
      ...QUOTA_ERRORS,
      ...FILE_ERRORS,
    },
  }),
  importOpeningBalances: defineRoute({
    operationId: 'importOpeningBalances',
    method: 'POST',
    path: `${OPENINGS}/import`,
    summary: {
      vi: 'Đề xuất số dư đầu kỳ từ tệp CSV hoặc XLSX, kèm tổng kiểm soát',
      en: 'Propose opening balances from a CSV or XLSX file, with control totals',
    },
    kind: 'command',
    access: { roles: OPENING_CHECKERS, scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({ ...openingContent, file: SheetFileSchema })
      .check(z.meta({ id: 'ImportOpeningBalances' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: { ...proposingErrors, ...FILE_ERRORS },
  }),
  exportQuotas: defineRoute({
    operationId: 'exportQuotas',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/quotas/export`,
    summary: {
      vi: 'Chỉ tiêu hiện có của nguồn vốn thành tệp để điền quyết định giao chỉ tiêu',
      en: 'Quotas of a source as a file, to be filled in for a quota decision',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ format: FileFormatSchema, cursor: CursorQuerySchema.cursor }),
    body: null,
    response: z
      .object({
        file: SheetFileSchema,
        rows: z.int(),
        /** The next file, of a source with more than 2,000 quotas. */
        next: z.nullable(z.string()),
      })
      .check(z.meta({ id: 'QuotaExport', description: 'Up to 2,000 quotas of a source in a file' })),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getFileTemplate: defineRoute({
    operationId: 'getFileTemplate',
    method: 'GET',
    path: '/v1/capital/file-templates/{templateId}',
    summary: {
      vi: 'Tệp mẫu để điền quyết định giao chỉ tiêu hoặc số dư đầu kỳ',
      en: 'Empty file for a quota decision or opening balances',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ templateId: z.enum(TEMPLATES) }),
    query: z.strictObject({ format: FileFormatSchema }),
    body: null,
    response: SheetFileSchema,
    successStatus: 200,
    errors: {},
  }),
};
