import * as z from 'zod/mini';
import { DayCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema, ShortTextSchema, SlugSchema } from '#shared/contracts/common.ts';

/** Wire shapes of the group list 03/TD and the commune's answer to it. */

export const ListStatusSchema = z
  .enum(['submitted', 'confirmed'])
  .check(z.meta({ id: 'ListStatus', description: 'Waiting for the commune, or answered by it' }));

export const ListBodySchema = z
  .strictObject({
    listId: IdSchema,
    groupId: IdSchema,
    loanIds: z.array(IdSchema).check(z.minLength(1), z.maxLength(20)),
    effectiveOn: z.optional(DayCodec),
  })
  .check(
    z.meta({ id: 'ListBody', description: 'Requests of one group, at most 20, none of them on a list yet' }),
  );

const ConfirmationLineSchema = z
  .strictObject({
    loanId: IdSchema,
    outcome: z.enum(['confirmed', 'refused']),
    /** Needed when refused. */
    reason: z.optional(ShortTextSchema),
  })
  .check(
    z.meta({
      id: 'ConfirmationLine',
      description: 'What the commune says of one request',
      if: { properties: { outcome: { const: 'refused' } } },
      then: { properties: { reason: true }, required: ['reason'] },
    }),
  );

export const ListConfirmationSchema = z
  .strictObject({
    lines: z.array(ConfirmationLineSchema).check(z.minLength(1), z.maxLength(20)),
    effectiveOn: z.optional(DayCodec),
    expectedVersion: z.optional(z.int().check(z.minimum(1))),
  })
  .check(z.meta({ id: 'ListConfirmation', description: 'One answer for each request of the list' }));

const ListLineSchema = z
  .object({
    loanId: IdSchema,
    outcome: z.enum(['waiting', 'confirmed', 'refused']),
    reason: z.nullable(z.string()),
  })
  .check(z.meta({ id: 'ListLine', description: 'A request on the list' }));

const list = {
  listId: IdSchema,
  groupId: IdSchema,
  status: ListStatusSchema,
  total: VndCodec,
  submittedOn: DayCodec,
};

export const ListSchema = z
  .object({
    ...list,
    communeId: CommuneIdSchema,
    organisationId: SlugSchema,
    submittedBy: z.string(),
    confirmedOn: z.nullable(DayCodec),
    confirmedBy: z.nullable(z.string()),
    lines: z.array(ListLineSchema),
    version: z.int(),
  })
  .check(z.meta({ id: 'LoanList', description: 'A list of loan requests (03/TD)' }));

export const ListRowSchema = z
  .object({ ...list, loans: z.int() })
  .check(z.meta({ id: 'LoanListRow', description: 'A list of loan requests in the list' }));
