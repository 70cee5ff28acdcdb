import * as z from 'zod/mini';
import { PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  SlugSchema,
  TextSchema,
} from '#shared/contracts/common.ts';
import { QUOTA_STATUSES } from '#shared/domain/words/quota-status.ts';

/** Quota decisions: what they give and take, line by line, and what became of them. Amounts are đồng. */

/** The lines of the longest decision: every commune and programme of the province, given and taken. */
export const QUOTA_LINES = 1200;

/** A commune, or a reserve: the province (`22`) or a former district, out of which no loan is lent. */
const PlaceSchema = z.strictObject({ programmeId: SlugSchema, areaId: AreaIdSchema }).check(
  z.meta({
    id: 'QuotaPlace',
    description:
      'A programme in a commune, or in an area that holds a reserve: the province, a former district',
  }),
);

const moved = { programmeId: SlugSchema, areaId: AreaIdSchema, amount: PositiveVndCodec };

export const QuotaLineSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('allocate'), ...moved }),
    z.strictObject({ kind: z.literal('recall'), ...moved }),
    z.strictObject({
      kind: z.literal('move'),
      from: PlaceSchema,
      to: PlaceSchema,
      amount: PositiveVndCodec,
    }),
  ])
  .check(
    z.meta({
      id: 'QuotaLine',
      description: 'allocate out of what is unallocated, recall into it, or move from place to place',
    }),
  );

/** As it is sent. */
export type QuotaLine = z.input<typeof QuotaLineSchema>;

const HeldSchema = z.object({ quota: VndCodec, available: VndCodec });

export const QuotaRowSchema = z
  .object({
    /** The line it comes from, counted from 0 as it was sent; a move makes two rows. */
    line: z.int(),
    kind: z.enum(['allocate', 'recall']),
    isMove: z.boolean(),
    programmeId: SlugSchema,
    areaId: AreaIdSchema,
    amount: PositiveVndCodec,
    /** What the place held when it was proposed, with what earlier rows did to it, and what this row makes of it. */
    before: HeldSchema,
    after: HeldSchema,
  })
  .check(
    z.meta({ id: 'QuotaDecisionRow', description: 'What a line does to one place; recalls come first' }),
  );

export const QuotaSumsSchema = z
  .object({
    lines: z.int(),
    /** Moves count in both. */
    allocated: VndCodec,
    recalled: VndCodec,
    /** What may still be given out of the source, before and after. */
    unallocatedBefore: VndCodec,
    unallocatedAfter: VndCodec,
  })
  .check(z.meta({ id: 'QuotaDecisionSums', description: 'Sums of a decision as of its proposal' }));

const RefusedSchema = z.object({ pointer: z.string(), detail: TextSchema });

export const QuotaStatusSchema = z.enum(QUOTA_STATUSES).check(
  z.meta({
    id: 'QuotaDecisionStatus',
    description:
      'applying: approved, its entries are being recorded; undone: a recall was no longer available, all was put back',
  }),
);

export const QuotaDecisionPreviewSchema = z
  .object({
    id: IdSchema,
    version: z.int(),
    status: QuotaStatusSchema,
    sums: QuotaSumsSchema,
    /** The first 100 rows; all of them in a dry run. */
    rows: z.array(QuotaRowSchema),
    /** Lines left out because acceptPartial was asked for: how many, and the first 100. */
    refusedLines: z.int(),
    refused: z.array(RefusedSchema),
  })
  .check(
    z.meta({
      id: 'QuotaDecisionPreview',
      description: 'A proposed decision with what it would do, row by row',
    }),
  );

export const QuotaDecisionSchema = z
  .object({
    sourceId: IdSchema,
    decisionId: IdSchema,
    version: z.int(),
    status: QuotaStatusSchema,
    decision: DecisionSchema,
    /** Day its entries count for; null while it is pending and is to count for the day of its approval. */
    effectiveOn: z.nullable(DaySchema),
    sums: QuotaSumsSchema,
    proposedBy: z.string(),
    proposedAt: InstantSchema,
    decided: z.nullable(z.object({ by: z.string(), at: InstantSchema, reason: z.nullable(z.string()) })),
    /** Rows recorded so far, and of how many. */
    applied: z.int(),
    rows: z.int(),
    /** Lines whose recall was no longer available. */
    failedLines: z.array(z.int()),
  })
  .check(
    z.meta({ id: 'QuotaDecision', description: 'A quota decision, who made it, and what became of it' }),
  );

export const QuotaDecisionDetailSchema = z
  .object({
    decision: QuotaDecisionSchema,
    /** Up to 100 rows of it. */
    items: z.array(QuotaRowSchema),
    next: z.nullable(z.string()),
    /** Roles of which another person than the maker may decide. */
    decidedBy: z.array(z.string()),
  })
  .check(z.meta({ id: 'QuotaDecisionDetail', description: 'A quota decision and a page of its rows' }));

export const QuotaSchema = z
  .object({
    programmeId: SlugSchema,
    communeId: AreaIdSchema,
    quota: VndCodec,
    available: VndCodec,
    reserved: VndCodec,
    lent: VndCodec,
    interestCollected: VndCodec,
    /** Loans that wait for money of the leaf, what they ask for, and what of it is missing. */
    waiting: z.object({ loans: z.int(), amount: VndCodec, missing: VndCodec }),
  })
  .check(z.meta({ id: 'Quota', description: 'A leaf of the ledger: source × programme × commune' }));
