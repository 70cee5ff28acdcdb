import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { Account } from '#shared/domain/words/account.ts';
import type { DatedTurnover } from './totals.ts';

/** Every day of a calendar month, in order. */
export function daysOfMonth(month: string): string[] {
  const days: string[] = [];
  for (let day = businessDay(`${month}-01`); day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** What accounts held together at the end of each of some days in a row, đồng. */
export function closingBalances(
  accounts: readonly Account[],
  moved: readonly DatedTurnover[],
  days: readonly string[],
): Map<string, bigint> {
  const first = days[0] ?? '';
  const changes = changesByDay(accounts, moved);
  let balance = 0n;
  for (const [day, change] of changes) if (day < first) balance += change;
  const closing = new Map<string, bigint>();
  for (const day of days) {
    balance += changes.get(day) ?? 0n;
    closing.set(day, balance);
  }
  return closing;
}

/** What each day, or month told as a whole, changed on accounts together. */
export function changesByDay(
  accounts: readonly Account[],
  moved: readonly DatedTurnover[],
): Map<string, bigint> {
  const changes = new Map<string, bigint>();
  for (const { effectiveOn, turnover } of moved) {
    const change = accounts.reduce((sum, account) => sum + (turnover[account] ?? 0n), 0n);
    changes.set(effectiveOn, (changes.get(effectiveOn) ?? 0n) + change);
  }
  return changes;
}
