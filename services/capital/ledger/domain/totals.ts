import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { emptyBalances, isCreditAccount } from './accounts.ts';
import type { Balances } from './accounts.ts';
import { fundOf } from './fund.ts';
import { quotaOf } from './leaf.ts';

/** Changes of the accounts of a source over a day or a month, đồng. */
export type Turnover = Readonly<Partial<Record<Account, bigint | undefined>>>;

/** What moved on a day, or in a whole month when `effectiveOn` names one. */
export interface DatedTurnover {
  readonly effectiveOn: string;
  readonly turnover: Turnover;
}

/** A day of a statement: the balance before, what the day changed, the balance after, on the account's own side. */
export interface StatementDay {
  readonly day: string;
  readonly opening: Vnd;
  readonly change: Vnd;
  readonly closing: Vnd;
}

export interface Statement {
  readonly opening: Vnd;
  readonly days: readonly StatementDay[];
  readonly closing: Vnd;
}

/** The statement of one account from a day on; days on which nothing moved have no line. */
export function statementOf(account: Account, moved: readonly DatedTurnover[], from: string): Statement {
  let opening = ZERO_VND;
  const byDay = new Map<string, bigint>();
  for (const { effectiveOn, turnover } of moved) {
    const change = turnover[account] ?? 0n;
    if (effectiveOn < from) opening = vnd(opening + change);
    else byDay.set(effectiveOn, (byDay.get(effectiveOn) ?? 0n) + change);
  }
  const days: StatementDay[] = [];
  let balance = opening;
  for (const day of [...byDay.keys()].sort()) {
    const change = vnd(byDay.get(day) ?? 0n);
    if (change === 0n) continue;
    const closing = vnd(balance + change);
    days.push({ day, opening: balance, change, closing });
    balance = closing;
  }
  return { opening, days, closing: balance };
}

/**
 * Adds turnovers up to balances. Acts reach the totals in any order, so that a balance may be below zero for
 * a moment, and on a past day when money was lent with an effective day before it had come in.
 */
export function addTurnovers(turnovers: readonly Turnover[]): Balances<Account> {
  const sums: Record<Account, Vnd> = { ...emptyBalances(ACCOUNTS) };
  for (const turnover of turnovers) {
    for (const account of ACCOUNTS) sums[account] = (sums[account] + (turnover[account] ?? 0n)) as Vnd;
  }
  return sums;
}

/** Totals of a source in đồng: fund = unallocated + quota; unlent = fund − lent. */
export interface SourceTotals {
  readonly fund: Vnd;
  readonly received: Vnd;
  readonly unallocated: Vnd;
  readonly quota: Vnd;
  readonly available: Vnd;
  readonly reserved: Vnd;
  readonly lent: Vnd;
  readonly unlent: Vnd;
  readonly interestCollected: Vnd;
}

export function totalsOf(balances: Balances<Account>): SourceTotals {
  return {
    fund: fundOf(balances),
    received: balances['entrusted-capital'],
    unallocated: balances['cash-unallocated'],
    quota: quotaOf(balances),
    available: balances['cash-available'],
    reserved: balances['cash-reserved'],
    lent: vnd(balances.loans + balances['opening-loans']),
    unlent: vnd(balances['cash-unallocated'] + balances['cash-available'] + balances['cash-reserved']),
    interestCollected: balances['interest-collected'],
  };
}

export interface TrialRow {
  readonly account: Account;
  readonly debit: Vnd;
  readonly credit: Vnd;
}

/** Every account on its side, a balance below zero on the other. */
export function trialRowsOf(balances: Balances<Account>): TrialRow[] {
  return ACCOUNTS.map((account) => {
    const balance: bigint = balances[account];
    const amount = vnd(balance < 0n ? -balance : balance);
    const onCredit = isCreditAccount(account) !== balance < 0n;
    return { account, debit: onCredit ? ZERO_VND : amount, credit: onCredit ? amount : ZERO_VND };
  });
}
