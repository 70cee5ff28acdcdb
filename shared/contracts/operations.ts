import * as z from 'zod/mini';
import { COMMON_ERRORS } from './errors.ts';
import { CursorQuerySchema, DaySchema, InstantSchema, TextSchema, pageOf, AcceptedSchema } from './common.ts';
import { defineRoute, pickErrors } from './route.ts';

/** What every service shows of its own running: events that wait for a person, and refusals. */

const ParkedEventSchema = z
  .object({
    eventId: z.string(),
    consumer: z.string(),
    reason: z.string(),
    detail: TextSchema,
    parkedAt: InstantSchema,
    status: z.enum(['parked', 'redriven']),
    payload: z.string(),
  })
  .check(
    z.meta({ id: 'ParkedEvent', description: 'An event that could not be applied, whole, with the reason' }),
  );

const RefusalSchema = z
  .object({
    at: InstantSchema,
    actor: z.string(),
    route: z.string(),
    path: z.string(),
    code: z.string(),
    correlationId: z.string(),
  })
  .check(z.meta({ id: 'Refusal', description: 'One refused call: who, what, when' }));

const { cursor } = CursorQuerySchema;

export function operationsRoutes(service: string) {
  const title = `${service.charAt(0).toUpperCase()}${service.slice(1)}`;
  return {
    listParkedEvents: defineRoute({
      operationId: `list${title}ParkedEvents`,
      method: 'GET',
      path: `/v1/${service}/parked-events`,
      summary: { vi: 'Sự kiện đang chờ xử lý tay', en: 'Events waiting for a person' },
      kind: 'query',
      access: { roles: ['administrator', 'auditor'], scope: null },
      params: null,
      query: z.strictObject({ cursor }),
      body: null,
      response: pageOf(ParkedEventSchema),
      successStatus: 200,
      errors: {},
    }),
    redriveParkedEvent: defineRoute({
      operationId: `redrive${title}ParkedEvent`,
      method: 'POST',
      path: `/v1/${service}/parked-events/{eventId}/redrive-event`,
      summary: { vi: 'Đưa sự kiện chạy lại', en: 'Send a parked event round again' },
      kind: 'command',
      access: { roles: ['administrator'], scope: null },
      params: z.strictObject({ eventId: z.string().check(z.minLength(8), z.maxLength(80)) }),
      query: null,
      body: z.strictObject({ consumer: z.string().check(z.minLength(3), z.maxLength(80)) }),
      response: AcceptedSchema,
      successStatus: 200,
      errors: pickErrors(COMMON_ERRORS, 'not-found', 'version-stale'),
    }),
    listRefusals: defineRoute({
      operationId: `list${title}Refusals`,
      method: 'GET',
      path: `/v1/${service}/refusals`,
      summary: { vi: 'Nhật ký từ chối truy cập theo ngày', en: 'Refused calls of a day' },
      kind: 'query',
      access: { roles: ['administrator', 'auditor'], scope: null },
      params: null,
      query: z.strictObject({ on: DaySchema, cursor }),
      body: null,
      response: pageOf(RefusalSchema),
      successStatus: 200,
      errors: {},
    }),
  };
}
