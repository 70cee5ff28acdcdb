import type { Vnd } from '#shared/domain/vnd.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import type { Balances } from './accounts.ts';
import { addTurnovers } from './totals.ts';
import type { DatedTurnover } from './totals.ts';

/**
 * Balances at the end of each of some days, from what moved by day or by whole month. A month that comes whole
 * counts from its first day on, so no day may lie inside one before its end.
 */
export function balancesAtEach(
  moved: readonly DatedTurnover[],
  days: readonly string[],
): ReadonlyMap<string, Balances<Account>> {
  const inOrder = moved.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const balances = new Map<string, Balances<Account>>();
  const sums: Record<Account, Vnd> = { ...addTurnovers([]) };
  let next = 0;
  for (const day of [...new Set(days)].sort()) {
    for (let one = inOrder[next]; one && one.effectiveOn <= day; one = inOrder[next]) {
      for (const account of ACCOUNTS) sums[account] = (sums[account] + (one.turnover[account] ?? 0n)) as Vnd;
      next += 1;
    }
    balances.set(day, { ...sums });
  }
  return balances;
}
