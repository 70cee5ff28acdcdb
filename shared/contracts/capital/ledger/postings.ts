import * as z from 'zod/mini';
import { PositiveVndCodec } from '#shared/contracts/codecs.ts';
import { AreaIdSchema, CommuneIdSchema, IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { ACCOUNTS, SIDE_OF } from '#shared/domain/words/account.ts';

const CREDITS = ACCOUNTS.filter((account) => SIDE_OF[account] === 'credit');

export const AccountSchema = z.enum(ACCOUNTS).check(
  z.meta({
    id: 'Account',
    description: `Account of the chart; credit accounts are ${CREDITS.join(', ')}`,
  }),
);

/** Money moves from the credited to the debited account: one debit and one credit of the same amount. */
export const PostingSchema = z
  .object({ debit: AccountSchema, credit: AccountSchema, amount: PositiveVndCodec })
  .check(z.meta({ id: 'Posting', description: 'One balanced movement in đồng' }));

export const PostingsSchema = z.array(PostingSchema).check(z.minLength(1), z.maxLength(8));

/** Where the money of a loan lies: the leaf of the ledger. */
export const leaf = { sourceId: IdSchema, programmeId: SlugSchema, communeId: CommuneIdSchema };

/** Where quota lies: a leaf, or a reserve that the province or a former district holds back. */
export const place = { ...leaf, communeId: AreaIdSchema };
