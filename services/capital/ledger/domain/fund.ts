import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Balances } from './accounts.ts';

type FundAccount =
  | 'entrusted-capital'
  | 'opening-capital'
  | 'capital-supplement'
  | 'capital-withdrawn'
  | 'capital-written-off';

/**
 * The fund of a source in đồng: opening + transfers in + interest supplements − withdrawals − write-offs
 * (Circular 11/2017/TT-BTC, amended by 84/2025). It is what is lent and what is not yet lent, at every date.
 * Handing it over to another contract changes whose it is, not how much it is.
 */
export function fundOf(balances: Readonly<Record<FundAccount, bigint>>): Vnd {
  return vnd(
    balances['opening-capital'] +
      balances['entrusted-capital'] +
      balances['capital-supplement'] -
      balances['capital-withdrawn'] -
      balances['capital-written-off'],
  );
}

/** The same fund from where it lies: loans, and cash not yet lent. */
export function fundHeldOf(
  balances: Balances<'cash-unallocated' | 'cash-available' | 'cash-reserved' | 'loans' | 'opening-loans'>,
): bigint {
  return (
    balances['cash-unallocated'] +
    balances['cash-available'] +
    balances['cash-reserved'] +
    balances.loans +
    balances['opening-loans']
  );
}
