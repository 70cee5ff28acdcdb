import type { DayNumber } from '#shared/domain/civil-day.ts';
import { combinationNotSupported } from '../refusals.ts';
import type { DayCount } from '../terms/terms.ts';
import { weightBounds } from './day-counts.ts';
import type { MonthAnchor } from './day-counts.ts';
import { gcd, GREATEST_DIVISOR } from './exact.ts';
import type { RateSteps } from './rates.ts';

/** Nights from → to that bear no interest. */
export interface FreeNights {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Interest as a running total: a constant balance earns balance × (at(to) − at(from)) / divisor đồng in the
 * nights from → to. The total grows along straight lines between `days`.
 */
export class Timeline {
  readonly divisor: number;
  readonly days: readonly DayNumber[];
  /** Index into the rate steps for each line. */
  readonly steps: readonly number[];
  /** Weight of one night in each line; 0 where nothing accrues. */
  readonly weights: readonly number[];
  /** A whole year in weights. */
  readonly yearWeight: number;
  readonly rates: RateSteps;
  readonly #totals: readonly number[];
  readonly #slopes: readonly number[];
  #line = 0;
  #turns: readonly DayNumber[] | null = null;

  /** @param factor the greatest number a running total is multiplied by before it meets a balance */
  constructor(lines: Lines, rates: RateSteps, horizon: DayNumber, factor: number) {
    this.days = lines.days;
    this.steps = lines.steps;
    this.weights = lines.weights;
    this.yearWeight = lines.yearWeight;
    this.rates = rates;
    const rateOf = (line: number): number => rates.rates[lines.steps[line] ?? 0] ?? 0;
    const divisor = lines.yearWeight * rates.denominator * 100;
    // Spared nights count too, so that a pause or a freeze never changes what a part of a đồng is.
    const common = lines.fullWeights.reduce(
      (found, weight, line) => gcd(found, rateOf(line) * weight),
      divisor,
    );
    this.divisor = divisor / common;
    this.#slopes = lines.weights.map((weight, line) => (rateOf(line) * weight) / common);
    const totals: number[] = [0];
    for (let line = 1; line < this.days.length; line += 1) {
      const nights = (this.days[line] ?? 0) - (this.days[line - 1] ?? 0);
      totals.push((totals[line - 1] ?? 0) + nights * (this.#slopes[line - 1] ?? 0));
    }
    this.#totals = totals;
    const isExact =
      Number.isSafeInteger(divisor) &&
      this.divisor * factor <= GREATEST_DIVISOR &&
      Number.isSafeInteger(this.at(horizon) * factor);
    if (!isExact) throw combinationNotSupported('/terms/rates', 'rates too fine for the day count');
  }

  /** Days on which the nights begin to bear otherwise than before. */
  get turns(): readonly DayNumber[] {
    const slopes = this.#slopes;
    return (this.#turns ??= this.days.filter((_, line) => line > 0 && slopes[line] !== slopes[line - 1]));
  }

  /** The running total at the close of a day; days in order are found at once. */
  at(day: DayNumber): number {
    const { days } = this;
    let line = this.#line;
    while (line > 0 && (days[line] ?? 0) > day) line -= 1;
    while (line + 1 < days.length && (days[line + 1] ?? 0) <= day) line += 1;
    this.#line = line;
    return (this.#totals[line] ?? 0) + (day - (days[line] ?? 0)) * (this.#slopes[line] ?? 0);
  }
}

export interface Lines {
  readonly days: readonly DayNumber[];
  readonly steps: readonly number[];
  /** Weight of one night in each line; 0 where nothing accrues. */
  readonly weights: readonly number[];
  /** The same as if no night were spared. */
  readonly fullWeights: readonly number[];
  readonly yearWeight: number;
}

/** Lays out where rate, weight of a night or freedom from interest change between two days. */
export function layLines(
  rates: RateSteps,
  dayCount: DayCount,
  anchor: MonthAnchor,
  horizon: DayNumber,
  free: readonly FreeNights[],
  due: readonly DayNumber[] = [],
): Lines {
  const { start } = anchor;
  const bounds = weightBounds(dayCount, anchor, horizon, due);
  const breaks = new Set([start, ...rates.days, ...bounds.days]);
  for (const { from, to } of free) breaks.add(from).add(to);
  const days = [...breaks].filter((day) => day >= start && day < horizon).sort((a, b) => a - b);
  const steps: number[] = [];
  const fullWeights: number[] = [];
  const weights: number[] = [];
  for (const day of days) {
    steps.push(rates.days.findLastIndex((from) => from <= day));
    const weight = bounds.weightOn(day);
    fullWeights.push(weight);
    weights.push(free.some(({ from, to }) => from <= day && day < to) ? 0 : weight);
  }
  return { days, steps, weights, fullWeights, yearWeight: bounds.yearWeight };
}
