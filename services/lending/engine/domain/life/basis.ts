import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { History } from '../facts/history.ts';
import { rateSteps } from '../interest/rates.ts';
import type { RateSteps } from '../interest/rates.ts';
import { layLines, Timeline } from '../interest/timeline.ts';
import type { FreeNights } from '../interest/timeline.ts';
import { factsContradict } from '../refusals.ts';
import { rowsOf } from '../rows/calendar.ts';
import type { RowPlan } from '../rows/row-plan.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';

/** Everything about a loan that does not depend on what was paid. */
export interface Basis {
  readonly compiled: CompiledTerms;
  readonly history: History;
  readonly plan: RowPlan;
  readonly timeline: Timeline;
  /** Days from which another rate holds. */
  readonly rateDays: readonly DayNumber[];
  /** Rates as they are known on a day: those of the terms, and those decided until then. */
  readonly ratesKnownOn: (day: DayNumber) => RateSteps;
  /** From this day on all rates, pauses and freezes are known. */
  readonly lastDecision: DayNumber;
  /** The timeline as it is known on a day: without what is decided later. */
  readonly timelineKnownOn: (day: DayNumber) => Timeline;
  /** The same rows without the tranches, rates and freezes that come later than a day. */
  readonly knownOn: (day: DayNumber) => Basis;
}

/**
 * Null when nothing was disbursed yet.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function basisOf(compiled: CompiledTerms, history: History, until: DayNumber): Basis | null {
  const { tranches } = history;
  const start = tranches[0]?.on;
  if (start === undefined) return null;
  const plan = rowsOf(compiled, start, history.calendar);
  const maturity = plan.due.at(-1) ?? start;
  if (tranches.some(({ on }) => on >= maturity)) {
    throw factsContradict('disbursement', {
      vi: 'Giải ngân vào hoặc sau hạn trả cuối.',
      en: 'Money is disbursed on or after the last due date.',
    });
  }
  return basisFor(compiled, history, plan, Math.max(until, maturity) + 1);
}

function basisFor(compiled: CompiledTerms, history: History, plan: RowPlan, horizon: DayNumber): Basis {
  const spared = freeRows(compiled, plan);
  const { tranches, changes, free } = history;
  const ratesKnownOn = knownBy(changes, (known) =>
    known.length === 0 ? compiled.rates : rateSteps(compiled.terms, known),
  );
  const rates = ratesKnownOn(Infinity);
  const standing = free.filter(({ replacedOn }) => replacedOn === Infinity);
  const timeline = timelineOf(compiled, plan, rates, horizon, [...standing, spared]);
  const lastDecision = Math.max(...changes.map(({ on }) => on), ...free.map(({ on }) => on));
  return {
    compiled,
    history,
    plan,
    timeline,
    rateDays: changingDays(rates),
    ratesKnownOn,
    lastDecision,
    timelineKnownOn: (day) => {
      const known = [...free.filter(({ on, replacedOn }) => on <= day && day < replacedOn), spared];
      return timelineOf(compiled, plan, ratesKnownOn(day), horizon, known);
    },
    knownOn: (day) => {
      const by = <D extends { readonly on: DayNumber }>(decisions: readonly D[]): D[] =>
        decisions.filter(({ on }) => on <= day);
      const standingThen = free
        .filter(({ on, replacedOn }) => on <= day && day < replacedOn)
        .map((nights) => ({ ...nights, replacedOn: Infinity }));
      const known = { ...history, tranches: by(tranches), changes: by(changes), free: standingThen };
      return basisFor(compiled, known, plan, horizon);
    },
  };
}

/** What is made of the decisions known on a day, made once for each number of them. */
function knownBy<D extends { readonly on: DayNumber }, T>(
  decisions: readonly D[],
  make: (known: readonly D[]) => T,
): (day: DayNumber) => T {
  const made: T[] = [];
  return (day) => {
    const known = decisions.filter(({ on }) => on <= day);
    return (made[known.length] ??= make(known));
  };
}

export function timelineOf(
  compiled: CompiledTerms,
  plan: RowPlan,
  rates: RateSteps,
  horizon: DayNumber,
  free: readonly FreeNights[],
): Timeline {
  const lines = layLines(rates, compiled.terms.dayCount, plan.anchor, horizon, free, plan.due);
  return new Timeline(lines, rates, horizon, compiled.overdueNumerator * compiled.overdueDenominator);
}

function freeRows({ terms }: CompiledTerms, { start, due }: RowPlan): FreeNights {
  return { from: start, to: due.slice(0, terms.grace.interestFree).at(-1) ?? start };
}

function changingDays({ days, rates }: RateSteps): DayNumber[] {
  return days.slice(1).filter((_, index) => rates[index + 1] !== rates[index]);
}
