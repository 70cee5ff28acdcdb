import type { Account } from '#shared/domain/words/account.ts';
import { changesOf } from '#capital/ledger/domain/accounts.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';

/** What a verification can find. */
export type Fault =
  | 'entry-missing'
  | 'entry-altered'
  | 'chain-broken'
  | 'shown-otherwise'
  | 'tail-missing'
  | 'head-missing'
  | 'head-differs'
  | 'balance-below-zero'
  | 'balance-differs'
  | 'balance-over-time-differs'
  | 'loans-differ'
  | 'holder-differs'
  | 'seal-missing'
  | 'root-differs';

/** The first thing in a chain, or in a source, that does not fit. */
export interface Finding {
  readonly fault: Fault;
  readonly sourceId: string;
  readonly chain: string;
  /** Number of the entry; null when the finding is about a balance or a day. */
  readonly seq: number | null;
  readonly detail: string;
}

export type Sums = Map<string, bigint>;

/** Adds what postings change on the accounts a book holds. */
export function addPostings(
  sums: Sums,
  postings: readonly Posting[],
  holds: (account: Account) => boolean,
): void {
  for (const [account, change] of changesOf(postings)) {
    if (holds(account)) sums.set(account, (sums.get(account) ?? 0n) + change);
  }
}

/** The first account on which two sets of balances differ; an account that is not there is at zero. */
export function differenceOf(
  reckoned: ReadonlyMap<string, bigint>,
  kept: ReadonlyMap<string, bigint>,
): { readonly account: string; readonly reckoned: bigint; readonly kept: bigint } | null {
  for (const account of new Set([...reckoned.keys(), ...kept.keys()])) {
    const [one, other] = [reckoned.get(account) ?? 0n, kept.get(account) ?? 0n];
    if (one !== other) return { account, reckoned: one, kept: other };
  }
  return null;
}
