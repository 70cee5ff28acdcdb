import * as z from 'zod/mini';
import { StoredVndSchema } from '#shared/data/stored.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import type { Balances } from '../domain/accounts.ts';

/** The same schema for every account of a list. */
function schemaOf<A extends Account, S extends z.core.$ZodType>(
  accounts: readonly A[],
  schema: S,
): Record<A, S> {
  return Object.fromEntries(accounts.map((account) => [account, schema])) as Record<A, S>;
}

/** An account that never moved is not in the item: most leaves use half of the chart. */
export function balancesOf<A extends Account>(accounts: readonly A[]) {
  return z.object(schemaOf(accounts, z._default(StoredVndSchema, ZERO_VND)));
}

export function movedOnly<A extends Account>(balances: Balances<A>): Partial<Balances<A>> {
  return Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0n)) as Partial<
    Balances<A>
  >;
}

export const ChainHeadSchema = z.object({ seq: z.int(), hash: z.string(), at: z.string() });

/** A turnover item: only accounts that moved are there. */
export const TurnoverItemSchema = z.object(schemaOf(ACCOUNTS, z.optional(StoredVndSchema)));
