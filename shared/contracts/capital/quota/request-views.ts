import * as z from 'zod/mini';
import { PositiveVndCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  IdSchema,
  InstantSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

/** Requests of communes for more quota. Amounts are đồng. */

export const QuotaRequestStatusSchema = z.enum(['pending', 'accepted', 'declined']).check(
  z.meta({
    id: 'QuotaRequestStatus',
    description:
      'pending: open, also while the decision that is to meet it is not approved; accepted: met, in full or in part, by an approved quota decision',
  }),
);

/** What a commune asks for; the source is named only when the commune means a certain one. */
export const requestContent = {
  requestId: IdSchema,
  programmeId: SlugSchema,
  communeId: CommuneIdSchema,
  sourceId: z.optional(IdSchema),
  amount: PositiveVndCodec,
  reason: ShortTextSchema,
};

export const grantContent = {
  /** The quota decision that is to meet the request, and its source. */
  sourceId: IdSchema,
  decisionId: IdSchema,
  granted: PositiveVndCodec,
  note: z.optional(ShortTextSchema),
};

const GrantSchema = z
  .object(grantContent)
  .check(z.meta({ id: 'QuotaGrant', description: 'How much is granted, and by which quota decision' }));

export const QuotaRequestSchema = z
  .object({
    ...requestContent,
    version: z.int(),
    status: QuotaRequestStatusSchema,
    requestedBy: z.string(),
    requestedAt: InstantSchema,
    /** Who named the decision that is to meet it, while that is not approved; null when none is. */
    promised: z.nullable(z.object({ by: z.string(), at: InstantSchema, grant: GrantSchema })),
    /** null while it is pending; `reason` says why it was declined. */
    answered: z.nullable(
      z.object({
        by: z.string(),
        at: InstantSchema,
        grant: z.nullable(GrantSchema),
        reason: z.nullable(z.string()),
      }),
    ),
  })
  .check(
    z.meta({ id: 'QuotaRequest', description: 'A request of a commune for more quota, and its answer' }),
  );
