import * as z from 'zod/mini';
import {
  AreaIdSchema,
  CommuneIdSchema,
  IdSchema,
  PositiveVndSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

export const AccountSchema = z
  .enum([
    'cash-unallocated',
    'cash-available',
    'cash-reserved',
    'cash-provision',
    'cash-interest',
    'loans',
    'opening-loans',
    'interest-distributed',
    'management-fee',
    'steering-activities',
    'capital-withdrawn',
    'capital-written-off',
    'capital-handed-over',
    'interest-drawn',
    'entrusted-capital',
    'opening-capital',
    'capital-supplement',
    'capital-taken-over',
    'risk-provision',
    'interest-collected',
  ])
  .check(
    z.meta({
      id: 'Account',
      description: 'Account of the chart; from interest-drawn on they are credit accounts',
    }),
  );

/** Money moves from the credited to the debited account: one debit and one credit of the same amount. */
export const PostingSchema = z
  .object({ debit: AccountSchema, credit: AccountSchema, amount: PositiveVndSchema })
  .check(z.meta({ id: 'Posting', description: 'One balanced movement in đồng' }));

export const PostingsSchema = z.array(PostingSchema).check(z.minLength(1), z.maxLength(8));

/** Where the money of a loan lies: the leaf of the ledger. */
export const leaf = { sourceId: IdSchema, programmeId: SlugSchema, communeId: CommuneIdSchema };

/** Where quota lies: a leaf, or a reserve that the province or a former district holds back. */
export const place = { ...leaf, communeId: AreaIdSchema };
