import type { Account } from '#shared/domain/words/account.ts';
import type { Balances } from '#capital/ledger/domain/accounts.ts';
import { fundOf } from '#capital/ledger/domain/fund.ts';
import { quotaOf } from '#capital/ledger/domain/leaf.ts';
import { divideHalfUp, vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

export type FundIndicator = 'cap-01' | 'cap-02' | 'cap-03' | 'cap-04' | 'growth-share';

export type PlaceIndicator = 'idle-capital' | 'idle-cost' | 'plan-result';

export type LedgerIndicator = FundIndicator | PlaceIndicator;

export type TermName =
  | 'local-fund'
  | 'local-fund-at-base'
  | 'total-fund'
  | 'total-fund-at-base'
  | 'unallocated'
  | 'available'
  | 'reserved'
  | 'lent'
  | 'quota'
  | 'idle-day-sum'
  | 'idle-cost-times-365e8'
  | 'table-fund'
  | 'table-difference';

/** Amounts an indicator is made of, đồng. They are sums over rows, so that rows always add up to the number. */
export type Terms = Readonly<Partial<Record<TermName, bigint>>>;

/** The number, in the unit of the indicator, and the two it is divided from; null when it cannot be divided. */
export interface Reckoned {
  readonly value: bigint | null;
  readonly numerator: Vnd | null;
  readonly denominator: Vnd | null;
}

/** Directive 40-CT/TW of the Secretariat, from which on local budgets entrust capital as a rule. */
const DIRECTIVE_40 = '2014-11-22';

/** Basis points: 10 000 is the whole. */
const BASIS_POINTS = 10_000n;

const HUNDREDTHS = 100n;

/** Days of a year × hundred per cent × a million, in which rates are written. */
export const YEARLY_RATE_DIVISOR = 365n * 100n * 1_000_000n;

/** The day an indicator is compared with when none is named; null when it is compared with none. */
export function usualBase(indicator: LedgerIndicator, asOf: string): string | null {
  switch (indicator) {
    case 'cap-03':
    case 'cap-04':
      return DIRECTIVE_40;
    case 'growth-share':
      return `${(Number(asOf.slice(0, 4)) - 1).toString().padStart(4, '0')}-12-31`;
    case 'idle-cost':
      return `${asOf.slice(0, 4)}-01-01`;
    default:
      return null;
  }
}

/**
 * What a source adds to an indicator of funds. Local: its investor is the province or a former district, also
 * after its fund was handed over, for the holder changes and the origin does not.
 */
export function fundTerms(
  indicator: FundIndicator,
  isLocal: boolean,
  at: Balances<Account>,
  atBase: Balances<Account> | null,
): Terms {
  const of = (balances: Balances<Account> | null): bigint => (balances === null ? 0n : fundOf(balances));
  const local = isLocal ? { 'local-fund': of(at) } : {};
  const localAtBase = isLocal ? { 'local-fund-at-base': of(atBase) } : {};
  switch (indicator) {
    case 'cap-01':
      return local;
    case 'cap-02':
      return { ...local, 'total-fund': of(at) };
    case 'cap-03':
    case 'cap-04':
      return { ...local, ...localAtBase };
    case 'growth-share':
      return { ...local, ...localAtBase, 'total-fund': of(at), 'total-fund-at-base': of(atBase) };
  }
}

/** What a source or leaf adds to an indicator of what lies idle and what is lent. */
export function placeTerms(
  indicator: Exclude<PlaceIndicator, 'idle-cost'>,
  balances: Balances<Account>,
): Terms {
  const held = { available: balances['cash-available'], reserved: balances['cash-reserved'] };
  return indicator === 'idle-capital'
    ? { unallocated: balances['cash-unallocated'], ...held }
    : { ...held, lent: balances.loans + balances['opening-loans'], quota: quotaOf(balances) };
}

export function addTerms(all: Iterable<Terms>): Terms {
  const sums: Partial<Record<TermName, bigint>> = {};
  for (const terms of all) {
    for (const [name, amount] of Object.entries(terms) as [TermName, bigint][]) {
      sums[name] = (sums[name] ?? 0n) + amount;
    }
  }
  return sums;
}

/** The number out of its terms, by the formula of the catalogue; divisions are rounded half up, once. */
export function reckon(indicator: LedgerIndicator, terms: Terms): Reckoned {
  const term = (name: TermName): bigint => terms[name] ?? 0n;
  const growth = term('local-fund') - term('local-fund-at-base');
  switch (indicator) {
    case 'cap-01':
      return whole(term('local-fund'));
    case 'cap-02':
      return ratio(term('local-fund'), term('total-fund'), BASIS_POINTS);
    case 'cap-03':
      return whole(growth);
    case 'cap-04':
      return ratio(term('local-fund'), term('local-fund-at-base'), HUNDREDTHS);
    case 'growth-share':
      return ratio(growth, term('total-fund') - term('total-fund-at-base'), BASIS_POINTS);
    case 'idle-capital':
      return whole(term('unallocated') + term('available') + term('reserved'));
    case 'idle-cost':
      return ratio(term('idle-cost-times-365e8'), YEARLY_RATE_DIVISOR, 1n);
    case 'plan-result':
      return ratio(term('lent'), term('quota'), BASIS_POINTS);
  }
}

/** What the numerator is multiplied with before it is divided. */
const SCALES: Readonly<Partial<Record<LedgerIndicator, bigint>>> = {
  'cap-02': BASIS_POINTS,
  'growth-share': BASIS_POINTS,
  'plan-result': BASIS_POINTS,
  'cap-04': HUNDREDTHS,
};

/** Below zero, zero or above: how a number stands to another, compared before it was rounded; null without a value. */
export function compareExactly(
  indicator: LedgerIndicator,
  { value, numerator, denominator }: Reckoned,
  other: bigint,
): bigint | null {
  if (value === null) return null;
  if (numerator === null || denominator === null) return value - other;
  return numerator * (SCALES[indicator] ?? 1n) - other * denominator;
}

function whole(value: bigint): Reckoned {
  return { value, numerator: null, denominator: null };
}

/** Growth over no growth, or over a loss, says nothing. */
function ratio(numerator: bigint, denominator: bigint, scale: bigint): Reckoned {
  const value = denominator > 0n ? divideHalfUp(numerator * scale, denominator) : null;
  return { value, numerator: vnd(numerator), denominator: vnd(denominator) };
}
