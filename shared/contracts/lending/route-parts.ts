import * as z from 'zod/mini';
import { AcceptedSchema, CommuneIdSchema, CursorQuerySchema, IdSchema } from '#shared/contracts/common.ts';
import { LENDING_ERRORS } from '#shared/contracts/lending/errors.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { ROLES } from '#shared/domain/roles.ts';
import type { Role } from '#shared/domain/roles.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { pickErrors } from '#shared/contracts/route.ts';

/** What the routes of lending have in common. */

export const query = {
  kind: 'query',
  method: 'GET',
  access: { roles: ROLES, scope: 'lending.read' },
  body: null,
  successStatus: 200,
} as const;

export const command = { kind: 'command', method: 'POST', query: null } as const;

/** Only people give commands. */
export const by = (...roles: Role[]) => ({ roles, scope: null });

export const reach = pickErrors(CALLER_ERRORS, 'area-not-allowed');
export const known = pickErrors(COMMON_ERRORS, 'not-found');
export const created = pickErrors(
  COMMON_ERRORS,
  'already-exists',
  'version-stale',
  'effective-day-in-future',
);
export const changed = {
  ...reach,
  ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
  ...pickErrors(LENDING_ERRORS, 'effective-day-before-last-act'),
};

export const pageQuery = z.strictObject(CursorQuerySchema);
export const communeQuery = z.strictObject({ communeId: CommuneIdSchema, ...CursorQuerySchema });
export const groupParams = z.strictObject({ groupId: IdSchema });
export const loanParams = z.strictObject({ loanId: IdSchema });

/** One command on a loan: POST /v1/lending/loans/{loanId}/<verb>; `write-off-loan` is the operation `writeOffLoan`. */
export const onLoan = (verb: string) =>
  ({
    ...command,
    operationId: verb.replaceAll(/-./g, (at) => at.slice(1).toUpperCase()),
    path: `/v1/lending/loans/{loanId}/${verb}`,
    params: loanParams,
    response: AcceptedSchema,
    successStatus: 200,
  }) as const;
