import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { PositiveVndCodec, SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { AccountSchema, PostingSchema } from './postings.ts';

/**
 * Below zero only while events are still on their way, or on a past day when money was lent with an effective day
 * before it had come in. `quota` = available + reserved + lent; `unlent` = unallocated + available + reserved; fund = quota + unallocated = opening + received + supplements − withdrawals − write-offs.
 */
export const SourceTotalsSchema = z
  .object({
    fund: SignedVndCodec,
    received: SignedVndCodec,
    unallocated: SignedVndCodec,
    quota: SignedVndCodec,
    available: SignedVndCodec,
    reserved: SignedVndCodec,
    lent: SignedVndCodec,
    unlent: SignedVndCodec,
    interestCollected: SignedVndCodec,
  })
  .check(z.meta({ id: 'SourceTotals', description: 'Totals of a source at the end of a day' }));

export const EntrySchema = z
  .object({
    type: z.string(),
    /** With the day it names a receipt or allocation to reverse; null for an act on a loan. */
    version: z.nullable(z.int()),
    effectiveOn: DaySchema,
    recordedAt: InstantSchema,
    programmeId: z.nullable(SlugSchema),
    communeId: z.nullable(AreaIdSchema),
    loanId: z.nullable(IdSchema),
    postings: z.array(PostingSchema),
  })
  .check(z.meta({ id: 'Entry', description: 'A line of the journal: an act and its balanced postings' }));

export const TrialBalanceSchema = z
  .object({
    sourceId: IdSchema,
    asOf: DaySchema,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    rows: z.array(z.object({ account: AccountSchema, debit: VndCodec, credit: VndCodec })),
    totalDebit: VndCodec,
    totalCredit: VndCodec,
  })
  .check(
    z.meta({
      id: 'TrialBalance',
      description: 'Balance of every account of a source or a leaf; both sums of a source are equal',
    }),
  );

export const StatementSchema = z
  .object({
    sourceId: IdSchema,
    account: AccountSchema,
    from: DaySchema,
    to: DaySchema,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    opening: SignedVndCodec,
    /** Days on which the account moved, oldest first. */
    days: z.array(
      z.object({
        day: DaySchema,
        opening: SignedVndCodec,
        change: SignedVndCodec,
        closing: SignedVndCodec,
      }),
    ),
    closing: SignedVndCodec,
  })
  .check(
    z.meta({
      id: 'AccountStatement',
      description: 'An account between two days; amounts are on the account’s own side',
    }),
  );

/** SHA-256, base64url; empty before the first. */
const HashSchema = z.string().check(z.regex(/^([A-Za-z0-9_-]{43})?$/));

export const ChainedEntrySchema = z
  .object({
    programmeId: z.nullable(SlugSchema),
    communeId: z.nullable(AreaIdSchema),
    seq: z.int(),
    previous: HashSchema,
    hash: HashSchema,
    document: z.nullable(z.string()),
    event: EnvelopeSchema,
    shown: z.object({ effectiveOn: DaySchema, postings: z.array(PostingSchema) }),
  })
  .check(
    z.meta({
      id: 'ChainedEntry',
      description:
        'An entry whole, with its place in the chain of its leaf (of the source itself when there is no programme). `hash` is the SHA-256 of the canonical JSON of {chain, seq, previous, content: {event, document}}',
    }),
  );

export const BookHeadSchema = z
  .object({
    programmeId: z.nullable(SlugSchema),
    communeId: z.nullable(AreaIdSchema),
    version: z.int(),
    seq: z.int(),
    hash: HashSchema,
    balances: z.array(z.object({ account: AccountSchema, balance: VndCodec })),
  })
  .check(
    z.meta({ id: 'BookHead', description: 'Newest link and balances of a leaf, or of the source itself' }),
  );

export const SealSchema = z
  .object({
    day: DaySchema,
    previousRoot: HashSchema,
    root: HashSchema,
    chains: z.int(),
    entries: z.int(),
  })
  .check(
    z.meta({
      id: 'Seal',
      description: 'Root over the chains that moved on a day, chained to the root before',
    }),
  );

/** A decision that moved money: who decided, what, when, and who recorded it. */
export const MoneyDecisionSchema = z
  .object({
    effectiveOn: DaySchema,
    amount: PositiveVndCodec,
    decision: DecisionSchema,
    document: z.nullable(z.string()),
    recordedBy: z.string(),
    recordedAt: InstantSchema,
    /** With the day it names the entry, as when it is to be reversed. */
    version: z.int(),
    reversed: z.nullable(z.object({ effectiveOn: DaySchema, reason: z.string(), by: z.string() })),
  })
  .check(z.meta({ id: 'MoneyDecision', description: 'A decision and the money it moved' }));

export const SourceSummarySchema = z
  .object({
    sourceId: IdSchema,
    investorId: SlugSchema,
    kind: CapitalKindSchema,
    contractNumber: z.string(),
    openedOn: DaySchema,
  })
  .check(z.meta({ id: 'SourceSummary', description: 'A source in the list' }));
