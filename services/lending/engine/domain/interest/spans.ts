import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Fraction, Position, Span } from '../answers/answer.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import { gcd, roundedRatio } from './exact.ts';
import type { SpanSink } from './span-sink.ts';
import type { Timeline } from './timeline.ts';

interface Stretch {
  readonly n: number | null;
  readonly kind: Span['kind'];
  readonly from: DayNumber;
  to: DayNumber;
  readonly balance: number;
  /** Index into the rate steps. */
  readonly step: number;
  readonly weight: number;
}

/** Collects the stretches of nights whose interest a replay adds up, split where rate or weight change. */
export class SpanBook {
  readonly #timeline: Timeline;
  readonly #compiled: CompiledTerms;
  readonly #stretches: Stretch[] = [];

  constructor(timeline: Timeline, compiled: CompiledTerms) {
    this.#timeline = timeline;
    this.#compiled = compiled;
  }

  readonly sink: SpanSink = (row, kind, from, to, balance) => {
    const { days, steps, weights } = this.#timeline;
    const n = row === null ? null : row + 1;
    let line = Math.max(
      days.findLastIndex((day) => day <= from),
      0,
    );
    for (let start = from; start < to; line += 1) {
      const end = Math.min(days[line + 1] ?? to, to);
      this.#add({
        n,
        kind,
        from: start,
        to: end,
        balance,
        step: steps[line] ?? 0,
        weight: weights[line] ?? 0,
      });
      start = end;
    }
  };

  /** Neighbours that differ in nothing but their days are one stretch. */
  #add(stretch: Stretch): void {
    const { n, kind, from, to, balance, step, weight } = stretch;
    const same = this.#stretches.findLast((earlier) => earlier.kind === kind);
    const continues =
      same?.to === from &&
      same.n === n &&
      same.balance === balance &&
      same.step === step &&
      same.weight === weight;
    if (continues) same.to = to;
    else this.#stretches.push(stretch);
  }

  spans(): Span[] {
    const { rates, yearWeight } = this.#timeline;
    const { overdueNumerator, overdueDenominator, terms } = this.#compiled;
    return this.#stretches.map(({ n, kind, from, to, balance, step, weight }) => {
      const isOverdue = kind === 'overdue';
      const rate = fraction(
        (rates.rates[step] ?? 0) * (isOverdue ? overdueNumerator : 1),
        rates.denominator * (isOverdue ? overdueDenominator : 1),
      );
      const days = to - from;
      const years = yearsOf(days, weight, yearWeight);
      const interest = roundedRatio(
        BigInt(balance) * BigInt(rate.numerator) * BigInt(years.numerator),
        BigInt(rate.denominator) * 100n * BigInt(years.denominator),
        terms.rounding,
      );
      return { n, kind, from, to, days, balance, rate, years, interest };
    });
  }

  /** What each payer owes for the nights in term: exact over all of them, rounded once. */
  supported(): Position['interestSupported'] {
    const { rates, yearWeight } = this.#timeline;
    const divisor = BigInt(rates.denominator) * 100n * BigInt(yearWeight);
    return rates.supported.map(({ payer, rates: borne }) => {
      let total = 0n;
      for (const { kind, from, to, balance, step, weight } of this.#stretches) {
        if (kind !== 'in-term') continue;
        total += BigInt(balance) * BigInt(borne[step] ?? 0) * BigInt((to - from) * weight);
      }
      return { payer, amount: roundedRatio(total, divisor, this.#compiled.terms.rounding) };
    });
  }
}

function fraction(numerator: number, denominator: number): Fraction {
  const common = gcd(denominator, numerator);
  return { numerator: numerator / common, denominator: denominator / common };
}

/** Nights over the days of a year, not reduced further than to whole nights: 31/365 stays readable. */
function yearsOf(days: number, weight: number, yearWeight: number): Fraction {
  const common = gcd(yearWeight, weight);
  return { numerator: days * (weight / common), denominator: yearWeight / common };
}
