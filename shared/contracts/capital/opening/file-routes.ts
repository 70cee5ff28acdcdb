import * as z from 'zod/mini';
import { READ, sourceParams } from '#shared/contracts/capital/route-parts.ts';
import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { AcceptedSchema } from '#shared/contracts/common.ts';
import { FileFormatSchema, SheetFileSchema } from '#shared/contracts/file.ts';
import { defineRoute } from '#shared/contracts/route.ts';
import { OPENING_CHECKERS, OPENINGS, proposingErrors } from './routes.ts';
import { openingContent } from './views.ts';

export const TEMPLATES = ['quota-decision', 'opening-balances'] as const;

/** Opening balances in files, and the empty files to fill in. */
export const OPENING_FILE_ROUTES = {
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
      .check(z.meta({ id: 'ImportOpeningBalances', description: 'Opening balances, from a file' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: { ...proposingErrors, ...FILE_ERRORS },
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
