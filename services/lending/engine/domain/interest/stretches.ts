import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Rounding } from '../terms/terms.ts';
import { addProduct, rounded, roundedSum } from './exact.ts';
import type { Exact } from './exact.ts';
import type { Timeline } from './timeline.ts';

/**
 * Interest that is rounded stretch by stretch: a stretch is nights on end of one row with the same balance, rate and
 * part of the year. What the running stretch has borne is kept exact beside.
 */
export interface Stretch {
  /** What the stretches that ended bore, each rounded, in đồng. */
  ended: number;
  /** Balance of the stretch that runs. */
  balance: number;
}

/** Of what the nights bear in term, overdue, and in term without early money. */
export interface Stretches {
  readonly inTerm: Stretch;
  readonly overdue: Stretch;
  readonly withoutEarly: Stretch;
}

/** The running stretch ends: what it bore is rounded and joins what the others did. */
export function endStretch(stretch: Stretch, running: Exact, divisor: number, rounding: Rounding): void {
  stretch.ended += rounded(running, divisor, rounding);
  running.whole = 0;
  running.part = 0;
}

/** A stretch as it ran up to a day, ended by then if the nights turn on it. */
export interface RunUpTo extends Readonly<Stretch> {
  readonly day: DayNumber;
  readonly running: Readonly<Exact>;
  readonly timeline: Timeline;
}

/**
 * Interest when a balance bears on from a day until another by a timeline. The stretch that runs goes on where its
 * balance does: had the nights begun to bear otherwise on the day, it would have ended.
 */
export function carriedOn(
  { ended, balance: before, day, running, timeline }: RunUpTo,
  balance: number,
  to: DayNumber,
  known: Timeline,
  rounding: Rounding,
): number {
  const ends = [...known.turns.filter((turn) => day < turn && turn < to), to];
  const [first, ...later] = ends.map((end, index): Exact => {
    const sum = { whole: 0, part: 0 };
    addProduct(sum, balance, known.at(end) - known.at(ends[index - 1] ?? day), known.divisor);
    return sum;
  });
  const next = first ?? { whole: 0, part: 0 };
  const joined =
    before === balance
      ? roundedSum(running, timeline.divisor, next, known.divisor, rounding)
      : rounded({ ...running }, timeline.divisor, rounding) + rounded(next, known.divisor, rounding);
  return later.reduce((interest, sum) => interest + rounded(sum, known.divisor, rounding), ended + joined);
}
