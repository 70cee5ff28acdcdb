import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Rate } from '#shared/domain/rate.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { gcdBig } from './exact.ts';

/** Rates are millionths of a per cent; a factor in millionths multiplies them exactly. */
const MILLION = 1_000_000n;

/**
 * The borrower's rate as steps: from `days[i]` on it is `rates[i]` / `denominator` per cent a year for the
 * balance at the close of each day. The first step has no beginning.
 */
export interface RateSteps {
  readonly days: readonly DayNumber[];
  readonly rates: readonly number[];
  readonly denominator: number;
  /** What each payer bears of the rate, in the same steps and over the same denominator. */
  readonly supported: readonly { readonly payer: string; readonly rates: readonly number[] }[];
}

export interface RateChangeOn {
  readonly on: DayNumber;
  readonly rate: Rate;
}

/** Every rate is first a multiple of this: rate × factor × factor of a cut. */
const FINEST = MILLION * MILLION * MILLION;

/** Joins dated rates, base rates, cuts, supports and decided changes (in order of days) into steps. */
export function rateSteps(terms: LoanTerms, changes: readonly RateChangeOn[]): RateSteps {
  const days = breakDays(terms, changes);
  const borrower: bigint[] = [];
  const payers = [...new Set(terms.supports.map(({ payer }) => payer))];
  const supported = payers.map((payer) => ({ payer, rates: [] as bigint[] }));
  for (const day of days) {
    let rate = fullRate(terms, changes, day);
    for (const { payer, rates } of supported) {
      const points = terms.supports
        .filter((support) => support.payer === payer && support.from <= day && day <= support.to)
        .reduce((total, support) => total + support.points * MILLION * MILLION, 0n);
      const borne = points < rate ? points : rate;
      rates.push(borne);
      rate -= borne;
    }
    borrower.push(rate);
  }
  return reduced(days, borrower, supported);
}

function breakDays(terms: LoanTerms, changes: readonly RateChangeOn[]): DayNumber[] {
  const spans = [...terms.cuts, ...terms.supports];
  const days = [
    ...[...terms.rates, ...terms.baseRates].map(({ from }) => from ?? -Infinity),
    ...spans.flatMap(({ from, to }) => [from, to + 1]),
    ...changes.map(({ on }) => on),
  ];
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The rate before support for the balance at the close of a day, in 1 / FINEST of a per cent. */
function fullRate(terms: LoanTerms, changes: readonly RateChangeOn[], day: DayNumber): bigint {
  const dated = latest(terms.rates, day);
  const change = changes.findLast(({ on }) => on <= day);
  let rate: bigint;
  if (change && (dated.from ?? -Infinity) <= change.on) rate = change.rate * MILLION;
  else if ('rate' in dated) rate = dated.rate * MILLION;
  else rate = latest(terms.baseRates, day).rate * dated.factor;
  const cut = terms.cuts.find(({ from, to }) => from <= day && day <= to);
  return rate * (cut?.factor ?? MILLION);
}

/** The step in force on a day; one of them holds from the beginning. */
function latest<T extends { readonly from: DayNumber | null }>(steps: readonly T[], day: DayNumber): T {
  const begin = ({ from }: T): DayNumber => from ?? -Infinity;
  return steps
    .filter((step) => begin(step) <= day)
    .reduce((found, step) => (begin(step) > begin(found) ? step : found));
}

function reduced(
  days: readonly DayNumber[],
  borrower: readonly bigint[],
  supported: readonly { readonly payer: string; readonly rates: readonly bigint[] }[],
): RateSteps {
  const common = [...borrower, ...supported.flatMap(({ rates }) => rates)].reduce(gcdBig, FINEST);
  const denominator = FINEST / common;
  const toNumbers = (rates: readonly bigint[]): number[] => rates.map((rate) => Number(rate / common));
  return {
    days,
    rates: toNumbers(borrower),
    denominator: Number(denominator),
    supported: supported.map(({ payer, rates }) => ({ payer, rates: toNumbers(rates) })),
  };
}
