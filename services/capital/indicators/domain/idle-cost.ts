import type { Balances } from '#capital/ledger/domain/accounts.ts';
import { balancesAtEach } from '#capital/ledger/domain/balances-over-time.ts';
import type { DatedTurnover } from '#capital/ledger/domain/totals.ts';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { Rate } from '#shared/domain/rate.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { inForceOn } from './dated-figures.ts';
import type { InForce } from './dated-figures.ts';
import type { Terms } from './indicators.ts';
import type { Period } from './periods.ts';

export interface DatedRate extends InForce {
  readonly rate: Rate;
}

/** What is not lent, đồng. */
export function idleOf(
  balances: Pick<Balances<Account>, 'cash-unallocated' | 'cash-available' | 'cash-reserved'>,
): bigint {
  return balances['cash-unallocated'] + balances['cash-available'] + balances['cash-reserved'];
}

export interface IdleCost {
  readonly terms: Terms;
  /** A day on which money lay idle and no rate was in force; null when there was none. */
  readonly withoutRate: string | null;
}

/** Every day of each period, first and last included, with what lay idle at its end and the rate of the day. */
export function idleCosts(
  moved: readonly DatedTurnover[],
  periods: readonly Period[],
  rates: readonly DatedRate[],
): IdleCost[] {
  const daysOf = periods.map(({ first, last }) => daysFrom(first, last));
  const balances = balancesAtEach(moved, daysOf.flat());
  return daysOf.map((days) => {
    let daySum = 0n;
    let cost = 0n;
    let withoutRate: string | null = null;
    for (const day of days) {
      const at = balances.get(day);
      const idle = at ? idleOf(at) : 0n;
      if (idle === 0n) continue;
      const rate = inForceOn(rates, day);
      if (rate === null) withoutRate ??= day;
      daySum += idle;
      cost += idle * (rate?.rate ?? 0n);
    }
    return { terms: { 'idle-day-sum': daySum, 'idle-cost-times-365e8': cost }, withoutRate };
  });
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(businessDay(day), 1)) days.push(day);
  return days;
}
