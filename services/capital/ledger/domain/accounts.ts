import { LEAF_ACCOUNTS, SIDE_OF } from '#shared/domain/words/account.ts';
import type { Account, LeafAccount } from '#shared/domain/words/account.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** One debit and one credit of the same amount, so that a set of postings is balanced by its form. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Vnd;
}

/** Balances in đồng, each on its account's own side. */
export type Balances<A extends Account> = Readonly<Record<A, Vnd>>;

const OF_LEAVES: ReadonlySet<Account> = new Set(LEAF_ACCOUNTS);

export function isLeafAccount(account: Account): account is LeafAccount {
  return OF_LEAVES.has(account);
}

export function isCreditAccount(account: Account): boolean {
  return SIDE_OF[account] === 'credit';
}

export function emptyBalances<A extends Account>(accounts: readonly A[]): Balances<A> {
  return Object.fromEntries(accounts.map((account) => [account, ZERO_VND])) as Record<A, Vnd>;
}

/** What postings change on each account they name, on the account's own side. */
export function changesOf(postings: readonly Posting[]): ReadonlyMap<Account, bigint> {
  const changes = new Map<Account, bigint>();
  const add = (account: Account, amount: bigint): void => {
    changes.set(account, (changes.get(account) ?? 0n) + amount);
  };
  for (const { debit, credit, ...posting } of postings) {
    const amount: bigint = posting.amount;
    if (amount <= 0n) throw new RangeError(`a posting of ${amount} đồng`);
    add(debit, isCreditAccount(debit) ? -amount : amount);
    add(credit, isCreditAccount(credit) ? amount : -amount);
  }
  return changes;
}

/**
 * Posts to the accounts that are held here; postings between a source and a leaf are posted to both.
 * Throws RangeError when a balance would fall below zero: rules refuse that before they post.
 */
export function post<A extends Account>(balances: Balances<A>, postings: readonly Posting[]): Balances<A> {
  const posted: Record<A, Vnd> = { ...balances };
  for (const [account, change] of changesOf(postings)) {
    if (!isHeld(balances, account)) continue;
    const balance = posted[account] + change;
    if (balance < 0n) throw new RangeError(`${account} would fall to ${balance} đồng`);
    posted[account] = balance as Vnd;
  }
  return posted;
}

function isHeld<A extends Account>(balances: Balances<A>, account: Account): account is A {
  return Object.hasOwn(balances, account);
}
