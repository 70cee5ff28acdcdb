import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { RevisedSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { pickErrors } from '#shared/contracts/route.ts';
import { ROLES } from '#shared/domain/roles.ts';

/** What the routes of beneficiary have in common. */

export const query = {
  kind: 'query',
  method: 'GET',
  access: { roles: ROLES, scope: 'beneficiary.read' },
  body: null,
  successStatus: 200,
} as const;

export const command = { kind: 'command', method: 'POST', query: null } as const;

/** A record of reference data, put whole. */
export const record = {
  kind: 'record',
  method: 'PUT',
  access: { roles: ['administrator'], scope: 'reference.write' },
  query: null,
  response: RevisedSchema,
  successStatus: 200,
  errors: pickErrors(COMMON_ERRORS, 'version-stale'),
} as const;

export const onDay = z.optional(DayCodec);

export const revision = z.int();
