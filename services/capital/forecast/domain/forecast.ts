import { addMonths, businessDay } from '#shared/domain/business-day.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** What is expected of one month, đồng. */
export interface MonthExpected {
  readonly month: string;
  readonly principalDue: Vnd;
  /** The part of it that will not come back, by assumption. */
  readonly writeOff: Vnd;
  readonly tranches: Vnd;
  readonly demand: Vnd;
}

export interface ForecastInput {
  /** Cash not lent, what is reserved among it. */
  readonly opening: Vnd;
  /** Promised to loans already; paid out in the first month. */
  readonly reserved: Vnd;
  readonly months: readonly MonthExpected[];
  /** Months in which new lending comes back in equal parts; null: not within the forecast. */
  readonly newLoanMonths: number | null;
}

/** One month: closing = opening + (principalDue − writeOff) + tranches + newLoanReturns − reservations − lent. */
export interface ForecastMonth extends MonthExpected {
  readonly opening: Vnd;
  readonly newLoanReturns: Vnd;
  readonly reservations: Vnd;
  readonly lent: Vnd;
  /** Demand that finds no money. */
  readonly shortfall: Vnd;
  readonly closing: Vnd;
}

/**
 * Month by month: what comes back and in, less what is promised, is lent as far as it goes to whoever asks; demand
 * that finds no money is the shortfall of its month and does not ask again.
 */
export function forecast({ opening, reserved, months, newLoanMonths }: ForecastInput): ForecastMonth[] {
  const returns = new Map<number, bigint>();
  let cash = opening;
  return months.map((expected, index) => {
    const newLoanReturns = vnd(returns.get(index) ?? 0n);
    const reservations = index === 0 ? reserved : ZERO_VND;
    const free = vnd(
      cash + expected.principalDue - expected.writeOff + expected.tranches + newLoanReturns - reservations,
    );
    const lent = free <= 0n ? ZERO_VND : free < expected.demand ? free : expected.demand;
    const row = {
      ...expected,
      opening: cash,
      newLoanReturns,
      reservations,
      lent,
      shortfall: vnd(expected.demand - lent),
      closing: vnd(free - lent),
    };
    if (newLoanMonths !== null) comesBack(returns, lent + reservations, index, newLoanMonths);
    cash = row.closing;
    return row;
  });
}

/** Equal parts from the next month on; what does not divide comes with the last. */
function comesBack(returns: Map<number, bigint>, amount: bigint, index: number, months: number): void {
  const part = amount / BigInt(months);
  for (let after = 1; after <= months; after += 1) {
    const returned = after === months ? amount - part * BigInt(months - 1) : part;
    returns.set(index + after, (returns.get(index + after) ?? 0n) + returned);
  }
}

/** The first month in which somebody asks in vain; null when there is none. */
export function firstShortfall(months: readonly Pick<ForecastMonth, 'month' | 'shortfall'>[]): string | null {
  return months.find(({ shortfall }) => shortfall > 0n)?.month ?? null;
}

/** So many calendar months, YYYY-MM, from the one of a day on. */
export function monthsFrom(day: string, count: number): string[] {
  const first = businessDay(`${day.slice(0, 7)}-01`);
  return Array.from({ length: count }, (_, index) => addMonths(first, index).slice(0, 7));
}
