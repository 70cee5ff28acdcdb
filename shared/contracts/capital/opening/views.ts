import * as z from 'zod/mini';
import { GivenVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  lineOf,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { OPENING_STATUSES } from '#shared/domain/words/opening-status.ts';

/** Opening balances of the cut-over day: what is lent and unlent by programme and commune. Amounts are đồng. */

/** The lines of the longest set: every programme in every commune of the province. */
export const OPENING_LINES = 2000;

export const OpeningLineSchema = z
  .strictObject({
    programmeId: SlugSchema,
    communeId: CommuneIdSchema,
    /** Principal outstanding, and quota not yet lent. */
    outstanding: GivenVndCodec,
    available: GivenVndCodec,
  })
  .check(
    z.meta({ id: 'OpeningLine', description: 'What is lent and unlent in one commune for one programme' }),
  );

const totals = {
  /** Sums of the lines. */
  outstanding: GivenVndCodec,
  available: GivenVndCodec,
  /** What the source holds beside its lines: cash not allocated, and the balance of the risk provision. */
  unallocated: GivenVndCodec,
  provision: GivenVndCodec,
  /** outstanding + available + unallocated. */
  fund: GivenVndCodec,
};

export const ControlTotalsSchema = z.strictObject(totals).check(
  z.meta({
    id: 'ControlTotals',
    description: 'Totals of the opening balances; they must agree to the đồng',
  }),
);

/** What opening balances rest on, beside their lines. */
export const openingContent = {
  openingId: IdSchema,
  /** Day at whose end the balances stood; the entries count for it. */
  cutOverOn: DaySchema,
  decision: DecisionSchema,
  /** Number of the record of balances. */
  document: z.optional(lineOf(80)),
  controlTotals: ControlTotalsSchema,
};

export const OpeningStatusSchema = z.enum(OPENING_STATUSES).check(
  z.meta({
    id: 'OpeningStatus',
    description:
      'taking-in, taking-back: approved, its lines are being recorded or taken back; meanwhile the source takes no other act. reversal-pending: in the ledger, and somebody proposes to take it back',
  }),
);

const DecidedSchema = z.nullable(
  z.object({ by: z.string(), at: InstantSchema, reason: z.nullable(z.string()) }),
);

export const OpeningBalancesSchema = z
  .object({
    sourceId: IdSchema,
    openingId: IdSchema,
    version: z.int(),
    status: OpeningStatusSchema,
    cutOverOn: DaySchema,
    decision: DecisionSchema,
    document: z.nullable(z.string()),
    controlTotals: z.object(totals),
    lines: z.int(),
    /** Lines recorded so far. */
    recorded: z.int(),
    proposedBy: z.string(),
    proposedAt: InstantSchema,
    decided: DecidedSchema,
    /** The newest proposal to take the balances back. */
    reversal: z.nullable(
      z.object({
        reason: z.string(),
        proposedBy: z.string(),
        proposedAt: InstantSchema,
        decided: DecidedSchema,
        /** Day its entries count for; null until it is approved. */
        effectiveOn: z.nullable(DaySchema),
        /** Lines that no longer had what they brought: the reversal came to nothing. */
        failedLines: z.array(z.int()),
      }),
    ),
  })
  .check(
    z.meta({
      id: 'OpeningBalances',
      description: 'Opening balances of a source, and how far they are recorded',
    }),
  );

export const OpeningDetailSchema = z
  .object({
    opening: OpeningBalancesSchema,
    /** Up to 40 lines, in the order they were sent. */
    items: z.array(
      z.object({
        programmeId: SlugSchema,
        communeId: CommuneIdSchema,
        outstanding: VndCodec,
        available: VndCodec,
      }),
    ),
    next: z.nullable(z.string()),
    /** Roles of which another person than the maker may decide. */
    decidedBy: z.array(z.string()),
  })
  .check(z.meta({ id: 'OpeningDetail', description: 'Opening balances with a page of their lines' }));
