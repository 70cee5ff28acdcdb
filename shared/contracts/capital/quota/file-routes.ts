import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import {
  areaAndFound,
  effectiveOn,
  isAnother,
  READ,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { CursorQuerySchema, DecisionSchema, IdSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { FileFormatSchema, SheetFileSchema } from '#shared/contracts/file.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { QUOTA_ERRORS } from './errors.ts';
import { QuotaDecisionPreviewSchema } from './views.ts';

/** Quota decisions in files: out, filled in, and in again. */
export const QUOTA_FILE_ROUTES = {
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
      .check(z.meta({ id: 'ImportQuotaDecision', description: 'Lines of a quota decision, from a file' })),
    response: QuotaDecisionPreviewSchema,
    successStatus: 201,
    errors: {
      ...areaAndFound,
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
      ...pickErrors(LEDGER_ERRORS, 'looks-like-a-duplicate'),
      ...pickErrors(QUOTA_ERRORS, 'quota-decision-refused'),
      ...REFERENCE_ERRORS,
      ...FILE_ERRORS,
    },
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
};
