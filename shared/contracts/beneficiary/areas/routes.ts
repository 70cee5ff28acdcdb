import * as z from 'zod/mini';
import { onDay, query, record } from '#shared/contracts/beneficiary/route-parts.ts';
import { AreaIdSchema, CursorQuerySchema, pageOf } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { AreaContentSchema, AreaLevelSchema, AreaRowSchema, AreaSchema } from './views.ts';

/** Administrative units by their days. */
export const AREA_ROUTES = {
  putArea: defineRoute({
    ...record,
    operationId: 'putArea',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Ghi nhận đơn vị hành chính', en: 'Record an administrative unit' },
    params: z.strictObject({ areaId: AreaIdSchema }),
    body: AreaContentSchema,
  }),
  listAreas: defineRoute({
    ...query,
    operationId: 'listAreas',
    path: '/v1/beneficiary/areas',
    summary: {
      vi: 'Đơn vị hành chính có hiệu lực vào một ngày',
      en: 'Administrative units in force on a day',
    },
    params: null,
    query: z.strictObject({ on: onDay, type: z.optional(AreaLevelSchema), cursor: CursorQuerySchema.cursor }),
    response: pageOf(AreaRowSchema),
    errors: {},
  }),
  getArea: defineRoute({
    ...query,
    operationId: 'getArea',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Một đơn vị hành chính', en: 'One administrative unit' },
    params: z.strictObject({ areaId: AreaIdSchema }),
    query: null,
    response: AreaSchema,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  resolveAreaCode: defineRoute({
    ...query,
    operationId: 'resolveAreaCode',
    path: '/v1/beneficiary/area-codes/{code}',
    summary: { vi: 'Mã này là đơn vị nào vào một ngày', en: 'Which unit a code meant on a day' },
    params: z.strictObject({ code: AreaContentSchema.shape.code }),
    query: z.strictObject({ on: onDay }),
    response: AreaRowSchema,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
};
