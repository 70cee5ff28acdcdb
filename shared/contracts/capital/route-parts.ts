import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { ROLES } from '#shared/domain/roles.ts';
import { AreaIdSchema, CursorQuerySchema, DaySchema, IdSchema, lineOf, ShortTextSchema } from '../common.ts';
import { COMMON_ERRORS } from '../errors.ts';
import { pickErrors } from '../route.ts';

/** What routes of the capital service have in common. */

export const READ = { roles: ROLES, scope: 'capital.read' } as const;

/** Who steers with the figures of the whole province, and who audits them. */
export const READ_FIGURES = {
  roles: [
    'provincial-leader',
    'finance-officer',
    'branch-planner',
    'branch-director',
    'auditor',
    'administrator',
  ],
  scope: 'capital.read',
} as const;

export const RECORD_FIGURES = {
  roles: ['finance-officer', 'administrator'],
  scope: 'reference.write',
} as const;

export const SOURCES = '/v1/capital/sources';

export const sourceParams = z.strictObject({ sourceId: IdSchema });

export const asOfQuery = z.strictObject({ asOf: z.optional(DaySchema) });

export const rowsOfCommuneQuery = z.strictObject({
  communeId: z.optional(AreaIdSchema),
  ...CursorQuerySchema,
});

export const areaAndFound = {
  ...pickErrors(COMMON_ERRORS, 'not-found'),
  ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
};

export const effectiveOn = z.optional(DaySchema);

export const expectedVersion = z.optional(z.int().check(z.minimum(1)));

/** Number of the transfer document. */
export const document = z.optional(lineOf(80));
/** true: the caller looked at the earlier record and this is another paper with the same number, day and amount. */
export const isAnother = z.optional(z.boolean());
/** The entry to take back, as lists of decisions and the journal name it, and why. */
export const reversedEntry = {
  entryOn: DaySchema,
  entryVersion: z.int().check(z.minimum(1)),
  reason: ShortTextSchema,
};

/** The body of a command that rejects or withdraws a proposal. */
export const reasonBody = (id: string) =>
  z.strictObject({ reason: ShortTextSchema }).check(z.meta({ id, description: 'Why' }));

export const commandErrors = {
  ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
  ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
};

export const reversalErrors = {
  ...commandErrors,
  ...pickErrors(
    LEDGER_ERRORS,
    'maker-may-not-reverse',
    'entry-already-reversed',
    'effective-day-before-last-entry',
  ),
};
