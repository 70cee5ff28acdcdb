import type { Account } from '#shared/domain/words/account.ts';
import { changesOf, isLeafAccount } from '#capital/ledger/domain/accounts.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';

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

/** Takes findings about one source. Only the first fault of a chain is told: what follows from it would hide it. */
export function findingsOf(sourceId: string) {
  const broken = new Set<string>();
  const found: Finding[] = [];
  return {
    find: (fault: Fault, chain: string, seq: number | null, detail: string): void => {
      if (broken.has(chain)) return;
      broken.add(chain);
      found.push({ fault, sourceId, chain, seq, detail });
    },
    /** What names an entry says more than the roots and balances that follow from it, and comes first. */
    findings: (): readonly Finding[] =>
      [...found].sort((one, other) => Number(one.seq === null) - Number(other.seq === null)),
  };
}

export type Sums = Map<string, bigint>;

export const everyAccount = (): boolean => true;

/** Which accounts are reckoned in a book: a leaf’s own; of the source’s own entries all they name. */
export function heldBy({ leaf }: BookId): (account: Account) => boolean {
  return leaf === null ? everyAccount : isLeafAccount;
}

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

export function wordsOf({ account, reckoned, kept }: NonNullable<ReturnType<typeof differenceOf>>): string {
  return `${account}: the entries give ${reckoned}, kept is ${kept} đồng`;
}
