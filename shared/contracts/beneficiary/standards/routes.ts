import * as z from 'zod/mini';
import { onDay, READ, RECORD, recordErrors } from '#shared/contracts/beneficiary/route-parts.ts';
import { CursorQuerySchema, pageOf, RevisedSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineRoute } from '#shared/contracts/route.ts';
import { PovertyStandardContentSchema, PovertyStandardSchema } from './views.ts';

/** Poverty standards. */
export const STANDARD_ROUTES = {
  putPovertyStandard: defineRoute({
    operationId: 'putPovertyStandard',
    method: 'PUT',
    path: '/v1/beneficiary/poverty-standards/{standardId}',
    summary: { vi: 'Ghi nhận chuẩn nghèo', en: 'Record a poverty standard' },
    kind: 'record',
    access: RECORD,
    params: z.strictObject({ standardId: SlugSchema }),
    query: null,
    body: PovertyStandardContentSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: recordErrors,
  }),
  listPovertyStandards: defineRoute({
    operationId: 'listPovertyStandards',
    method: 'GET',
    path: '/v1/beneficiary/poverty-standards',
    summary: { vi: 'Chuẩn nghèo có hiệu lực vào một ngày', en: 'Poverty standards in force on a day' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ on: onDay, cursor: CursorQuerySchema.cursor }),
    body: null,
    response: pageOf(PovertyStandardSchema),
    successStatus: 200,
    errors: {},
  }),
};
