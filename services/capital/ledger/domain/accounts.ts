import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/**
 * Accounts a source itself holds: its fund by where it came from and went to, what of it is not yet allocated,
 * and what became of the interest its leaves collected.
 */
export const SOURCE_ACCOUNTS = [
  'cash-unallocated',
  'cash-provision',
  'interest-drawn',
  'interest-distributed',
  'management-fee',
  'steering-activities',
  'entrusted-capital',
  'opening-capital',
  'capital-supplement',
  'capital-withdrawn',
  'capital-handed-over',
  'capital-taken-over',
  'risk-provision',
] as const;

/** Accounts of a leaf (source × programme × commune): acts on loans touch only these. */
export const LEAF_ACCOUNTS = [
  'cash-available',
  'cash-reserved',
  'loans',
  'opening-loans',
  'cash-interest',
  'interest-collected',
  'capital-written-off',
] as const;

export const ACCOUNTS = [...SOURCE_ACCOUNTS, ...LEAF_ACCOUNTS] as const;

export type SourceAccount = (typeof SOURCE_ACCOUNTS)[number];

export type LeafAccount = (typeof LEAF_ACCOUNTS)[number];

export type Account = SourceAccount | LeafAccount;

/** One debit and one credit of the same amount, so that a set of postings is balanced by its form. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Vnd;
}

/** Balances in đồng, each on its account's own side. */
export type Balances<A extends Account> = Readonly<Record<A, Vnd>>;

const CREDIT_ACCOUNTS: ReadonlySet<Account> = new Set([
  'interest-drawn',
  'entrusted-capital',
  'opening-capital',
  'capital-supplement',
  'capital-taken-over',
  'risk-provision',
  'interest-collected',
]);

const OF_LEAVES: ReadonlySet<Account> = new Set(LEAF_ACCOUNTS);

export function isLeafAccount(account: Account): account is LeafAccount {
  return OF_LEAVES.has(account);
}

export function isCreditAccount(account: Account): boolean {
  return CREDIT_ACCOUNTS.has(account);
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
