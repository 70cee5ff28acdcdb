import * as z from 'zod/mini';
import { SourceTotalsSchema } from '#shared/contracts/capital/ledger/views.ts';
import { SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

/** What the ledger says of a fund on a day, đồng: the figures a hand-over must agree with. */
const FundPositionSchema = z
  .object({
    fund: SignedVndCodec,
    principal: SignedVndCodec,
    unlentCash: SignedVndCodec,
    provision: SignedVndCodec,
  })
  .check(z.meta({ id: 'FundPosition', description: 'fund = principal + unlent cash' }));

export const HandOverSchema = z
  .object({
    sourceId: IdSchema,
    holderSourceId: IdSchema,
    effectiveOn: DaySchema,
    /** With the day it names the entry, as when it is to be reversed. */
    version: z.int(),
    decision: DecisionSchema,
    document: z.nullable(z.string()),
    fund: VndCodec,
    principal: VndCodec,
    unlentCash: VndCodec,
    provision: VndCodec,
    accruedInterest: VndCodec,
    overduePrincipal: VndCodec,
    recordedBy: z.string(),
    recordedAt: InstantSchema,
    reversed: z.nullable(
      z.object({
        effectiveOn: DaySchema,
        reason: ShortTextSchema,
        by: z.string(),
        recordedAt: InstantSchema,
      }),
    ),
  })
  .check(
    z.meta({
      id: 'HandOver',
      description:
        'Transfer record of a former district’s fund: what was handed over, to whom, by which decision',
    }),
  );

export const HandOverReckonedSchema = z
  .object({
    ...HandOverSchema.shape,
    /** The same day as the ledger knows it now: facts recorded since may have changed it. */
    now: FundPositionSchema,
    differs: z.boolean(),
  })
  .check(z.meta({ id: 'HandOverReckoned', description: 'A hand-over beside the fund as reckoned now' }));

const HolderSchema = z.object({ sourceId: IdSchema, since: DaySchema });

const HoldingTotalsSchema = z.object({ ...SourceTotalsSchema.shape, provision: SignedVndCodec });

export const HoldingsSchema = z
  .object({
    sourceId: IdSchema,
    asOf: DaySchema,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    heldBy: z.nullable(HolderSchema),
    /** The own fund first, then the funds taken over; empty when the own fund is held by another and none was taken over. */
    holds: z.array(
      z.object({
        sourceId: IdSchema,
        /** Whose money it is by origin. */
        investorId: SlugSchema,
        /** null: the own fund. */
        since: z.nullable(DaySchema),
        totals: HoldingTotalsSchema,
      }),
    ),
    totals: HoldingTotalsSchema,
  })
  .check(
    z.meta({
      id: 'Holdings',
      description: 'The fund of a contract with everything it holds on a day, and the sums',
    }),
  );
