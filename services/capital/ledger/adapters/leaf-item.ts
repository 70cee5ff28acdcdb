import * as z from 'zod/mini';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import { LEAF_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Leaf } from '../domain/leaf.ts';
import { leafKey } from './capital-table.ts';
import { balancesOf, ChainHeadSchema, movedOnly } from './stored-balances.ts';

export const quotasPartition = (sourceId: string): string => `QUOTAS#${sourceId}`;

export const LeafItemSchema = z.object({
  sourceId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  version: z.int(),
  balances: balancesOf(LEAF_ACCOUNTS),
  chain: ChainHeadSchema,
  queue: z._default(
    z.nullable(z.object({ waiting: z.int(), amount: StoredVndSchema, from: z.string() })),
    null,
  ),
});

export const QuotaSummarySchema = z.object({
  programmeId: z.string(),
  communeId: z.string(),
  available: StoredVndSchema,
  reserved: StoredVndSchema,
  lent: StoredVndSchema,
  interestCollected: StoredVndSchema,
  waiting: z._default(z.int(), 0),
  waitingAmount: z._default(StoredVndSchema, ZERO_VND),
});

export function leafItem(leaf: Leaf): Item & { readonly version: number } {
  const { queue, ...own } = leaf;
  const { sourceId, programmeId, communeId, balances } = own;
  const summary: z.input<typeof QuotaSummarySchema> = {
    programmeId,
    communeId,
    available: balances['cash-available'],
    reserved: balances['cash-reserved'],
    // Those of the cut-over day among them, as in all totals.
    lent: vnd(balances.loans + balances['opening-loans']),
    interestCollected: balances['interest-collected'],
    ...(queue === null ? {} : { waiting: queue.waiting, waitingAmount: queue.amount }),
  };
  return {
    ...leafKey(leaf),
    gsi1pk: quotasPartition(sourceId),
    gsi1sk: `${communeId}#${programmeId}`,
    summary,
    ...own,
    balances: movedOnly(balances),
    ...(queue === null ? {} : { queue }),
  };
}
