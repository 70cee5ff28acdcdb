import * as z from 'zod/mini';
import { MonthSchema } from '#shared/contracts/capital/ledger/month.ts';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { RateCodec, SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import { DaySchema, IdSchema, InstantSchema, LegalSourceSchema } from '#shared/contracts/common.ts';
import { SplitDifferenceSchema, SplitPartsSchema } from './parts.ts';

/** The monthly split of interest as the Department of Finance reads it. Amounts are đồng. */

const SplitLineSchema = z
  .object({
    term: z.enum([
      'risk-provision-rate',
      'management-fee-rate',
      'management-fee-cap',
      'steering-activities-share',
    ]),
    from: DaySchema,
    to: DaySchema,
    days: z.int(),
    base: z.enum(['performing-balance', 'interest-collected', 'interest-after-provision-and-fee']),
    /** Sum of the daily balances, or the interest of these days. */
    baseAmount: SignedVndCodec,
    rate: RateCodec,
    contract: z.object({ number: z.string(), version: z.int() }),
    /** null: the contract itself. */
    source: z.nullable(LegalSourceSchema),
  })
  .check(
    z.meta({
      id: 'SplitLine',
      description:
        'Days on which one rate held. Of performing-balance it gives baseAmount × rate / 100 / 365, else baseAmount × rate / 100; the lines of one term are added before the one rounding (half up)',
    }),
  );

const SplitDaySchema = z
  .object({
    day: DaySchema,
    loans: SignedVndCodec,
    frozen: VndCodec,
    /** Loans at the end of the day without the frozen ones. */
    performing: VndCodec,
    interest: SignedVndCodec,
  })
  .check(z.meta({ id: 'SplitDay', description: 'One day of the month' }));

/** What is due by the rates, before it is seen how far the interest goes. */
const SplitDueSchema = z.object({ provision: VndCodec, fee: VndCodec, activities: VndCodec });

const reckoning = {
  /** The contract at the end of the month; of a fund that was handed over, its holder's. */
  contract: z.object({
    sourceId: IdSchema,
    version: z.int(),
    number: z.string(),
    signedOn: DaySchema,
    parties: z.array(z.string()),
  }),
  collected: SignedVndCodec,
  /** Sum of the daily balances / days of the month, rounded half up; for reading, the parts are reckoned from the sum. */
  averagePerforming: VndCodec,
  due: SplitDueSchema,
  /** What the interest did not reach; it is not carried into another month. */
  short: SplitDueSchema,
  parts: SplitPartsSchema,
  lines: z.array(SplitLineSchema),
  days: z.array(SplitDaySchema),
};

const run = {
  run: z.int(),
  effectiveOn: DaySchema,
  recordedAt: InstantSchema,
  recordedBy: z.string(),
  difference: SplitDifferenceSchema,
  /** Empty when nothing had to move. */
  postings: z.array(PostingSchema),
};

/** A run whole, as it is kept: what it found and what it posted. */
export const SplitRunSchema = z.object({ month: MonthSchema, ...run, ...reckoning });

export const SplitMonthSchema = z
  .object({
    month: MonthSchema,
    runs: z.int(),
    lastEffectiveOn: DaySchema,
    collected: SignedVndCodec,
    averagePerforming: VndCodec,
    parts: SplitPartsSchema,
  })
  .check(z.meta({ id: 'SplitMonth', description: 'A month whose interest is split, as of its last run' }));

export const SplitAcceptedSchema = z
  .object({
    id: IdSchema,
    version: z.int(),
    status: z.enum(['posted', 'nothing-to-post', 'unchanged']),
    month: MonthSchema,
    run: z.int(),
    collected: SignedVndCodec,
    averagePerforming: VndCodec,
    parts: SplitPartsSchema,
    difference: SplitDifferenceSchema,
  })
  .check(
    z.meta({
      id: 'SplitAccepted',
      description:
        'The split of a month after a run, and what the run posted; of a dry run, what it would post',
    }),
  );

export const SplitStatementSchema = z
  .object({
    sourceId: IdSchema,
    month: MonthSchema,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    ...reckoning,
    rule: z.object({
      order: z.array(z.enum(['provision', 'fee', 'activities', 'supplement'])),
      daysOfYear: z.int(),
      source: LegalSourceSchema,
    }),
    runs: z.array(z.object({ ...run, collected: SignedVndCodec, parts: SplitPartsSchema })),
  })
  .check(
    z.meta({
      id: 'SplitStatement',
      description:
        'Interest of a month, its bases and rates with contract version and legal source, its parts, every run, and the daily balances under the average',
    }),
  );
