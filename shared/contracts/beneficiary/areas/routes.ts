import * as z from 'zod/mini';
import { onDay, READ, RECORD, recordErrors } from '#shared/contracts/beneficiary/route-parts.ts';
import { AreaIdSchema, CursorQuerySchema, pageOf, RevisedSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { AreaContentSchema, AreaLevelSchema, AreaRowSchema, AreaSchema } from './views.ts';

/** Administrative units by their days. */
export const AREA_ROUTES = {
  putArea: defineRoute({
    operationId: 'putArea',
    method: 'PUT',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Ghi nhận đơn vị hành chính', en: 'Record an administrative unit' },
    kind: 'record',
    access: RECORD,
    params: z.strictObject({ areaId: AreaIdSchema }),
    query: null,
    body: AreaContentSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: recordErrors,
  }),
  listAreas: defineRoute({
    operationId: 'listAreas',
    method: 'GET',
    path: '/v1/beneficiary/areas',
    summary: {
      vi: 'Đơn vị hành chính có hiệu lực vào một ngày',
      en: 'Administrative units in force on a day',
    },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ on: onDay, type: z.optional(AreaLevelSchema), cursor: CursorQuerySchema.cursor }),
    body: null,
    response: pageOf(AreaRowSchema),
    successStatus: 200,
    errors: {},
  }),
  getArea: defineRoute({
    operationId: 'getArea',
    method: 'GET',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Một đơn vị hành chính', en: 'One administrative unit' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ areaId: AreaIdSchema }),
    query: null,
    body: null,
    response: AreaSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  resolveAreaCode: defineRoute({
    operationId: 'resolveAreaCode',
    method: 'GET',
    path: '/v1/beneficiary/area-codes/{code}',
    summary: { vi: 'Mã này là đơn vị nào vào một ngày', en: 'Which unit a code meant on a day' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ code: AreaContentSchema.shape.code }),
    query: z.strictObject({ on: onDay }),
    body: null,
    response: AreaRowSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
};
