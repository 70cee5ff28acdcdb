import * as z from 'zod/mini';
import { OPENING_CHECKERS, OPENINGS, proposingErrors } from '#shared/contracts/capital/opening/routes.ts';
import { openingContent } from '#shared/contracts/capital/opening/views.ts';
import { QUOTA_ERRORS } from '#shared/contracts/capital/quota/errors.ts';
import { QuotaDecisionPreviewSchema } from '#shared/contracts/capital/quota/views.ts';
import {
  areaAndFound,
  effectiveOn,
  READ,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { AcceptedSchema, CursorQuerySchema, DecisionSchema, IdSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { FILE_ERRORS } from './errors.ts';

export const FileFormatSchema = z
  .enum(['csv', 'xlsx'])
  .check(z.meta({ id: 'FileFormat', description: 'csv: UTF-8 text; xlsx: the first sheet of a workbook' }));

export const fileContent = {
  format: FileFormatSchema,
  /** Of CSV the text, of XLSX the file in base64; the file itself has at most 2 MB. */
  content: z.string().check(z.minLength(1), z.maxLength(3_000_000)),
};

const file = { fileName: z.string(), contentType: z.string(), base64: z.string() };

const FileSchema = z
  .object(file)
  .check(z.meta({ id: 'SheetFile', description: 'A file with a table, in base64' }));

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
        ...fileContent,
      })
      .check(z.meta({ id: 'ImportQuotaDecision' })),
    response: QuotaDecisionPreviewSchema,
    successStatus: 201,
    errors: {
      ...areaAndFound,
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
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
      .strictObject({ ...openingContent, ...fileContent })
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
        ...file,
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
    response: FileSchema,
    successStatus: 200,
    errors: {},
  }),
};
