import type { Vnd } from '#shared/domain/vnd.ts';
import { LEAF_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { LeafAccount } from '#shared/domain/words/account.ts';
import { emptyBalances, post } from './accounts.ts';
import type { Balances, Posting } from './accounts.ts';
import { EMPTY_CHAIN } from './chain.ts';
import type { ChainHead } from './chain.ts';

/** Where the money of a loan lies: one programme in one commune, out of one source. */
export interface LeafId {
  readonly sourceId: string;
  readonly programmeId: string;
  readonly communeId: string;
}

/**
 * Loans that wait for money of one leaf, strictly in the order of their approval: whoever comes while others wait
 * goes behind them, even when there is money for the newcomer alone.
 */
export interface Queue {
  readonly waiting: number;
  /** What they ask for together, đồng. */
  readonly amount: Vnd;
  /** No loan waits at a place before this one. */
  readonly from: string;
}

export interface Leaf extends LeafId {
  readonly version: number;
  readonly balances: Balances<LeafAccount>;
  readonly chain: ChainHead;
  /** null while no loan waits for money of the leaf. */
  readonly queue: Queue | null;
}

/** A leaf comes into being with its first quota; before that it is at version 0. */
export function newLeaf({ sourceId, programmeId, communeId }: LeafId): Leaf {
  return {
    sourceId,
    programmeId,
    communeId,
    version: 0,
    balances: emptyBalances(LEAF_ACCOUNTS),
    chain: EMPTY_CHAIN,
    queue: null,
  };
}

export function postToLeaf(leaf: Leaf, postings: readonly Posting[]): Leaf {
  return { ...leaf, version: leaf.version + 1, balances: post(leaf.balances, postings) };
}

/** The quota in đồng: what may still be lent, what is promised and what is out. Lending and returning keep it. */
export function quotaOf(
  balances: Balances<'cash-available' | 'cash-reserved' | 'loans' | 'opening-loans'>,
): Vnd {
  return (balances['cash-available'] +
    balances['cash-reserved'] +
    balances.loans +
    balances['opening-loans']) as Vnd;
}
