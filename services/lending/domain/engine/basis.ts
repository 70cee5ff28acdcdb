import { rowsOf } from './calendar.ts';
import type { CompiledTerms } from './compiled-terms.ts';
import type { DayNumber } from './day-number.ts';
import type { History } from './history.ts';
import { rateSteps } from './rates.ts';
import type { RateSteps } from './rates.ts';
import { factsContradict } from './refusals.ts';
import type { RowPlan } from './row-plan.ts';
import { Timeline, layLines } from './timeline.ts';
import type { FreeNights } from './timeline.ts';

/** Everything about a loan that does not depend on what was paid. */
export interface Basis {
  readonly compiled: CompiledTerms;
  readonly history: History;
  readonly plan: RowPlan;
  readonly timeline: Timeline;
  /** Days from which another rate holds, after the start. */
  readonly rateDays: readonly DayNumber[];
}

/**
 * Null when nothing was disbursed yet.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function basisOf(compiled: CompiledTerms, history: History, until: DayNumber): Basis | null {
  const start = history.tranches[0]?.on;
  if (start === undefined) return null;
  const plan = rowsOf(compiled, start, history.calendar);
  const maturity = plan.due.at(-1) ?? start;
  if ((history.tranches.at(-1)?.on ?? start) >= maturity) {
    throw factsContradict('disbursement', {
      vi: 'Giải ngân vào hoặc sau hạn trả cuối.',
      en: 'Money is disbursed on or after the last due date.',
    });
  }
  const rates = history.changes.length === 0 ? compiled.rates : rateSteps(compiled.terms, history.changes);
  const horizon = Math.max(until, maturity) + 1;
  return {
    compiled,
    history,
    plan,
    timeline: timelineOf(compiled, plan, rates, horizon, [...history.free, ...freeRows(compiled, plan)]),
    rateDays: changingDays(rates).filter((day) => day > start),
  };
}

export function timelineOf(
  compiled: CompiledTerms,
  plan: RowPlan,
  rates: RateSteps,
  horizon: DayNumber,
  free: readonly FreeNights[],
): Timeline {
  const lines = layLines(rates, compiled.terms.dayCount, plan.anchor, horizon, free);
  return new Timeline(lines, rates, horizon, compiled.overdueNumerator * compiled.overdueDenominator);
}

function freeRows({ terms }: CompiledTerms, { start, due }: RowPlan): FreeNights[] {
  const last = due[terms.grace.interestFree - 1];
  return last === undefined ? [] : [{ from: start, to: last }];
}

function changingDays({ days, rates }: RateSteps): DayNumber[] {
  return days.filter((_, index) => index > 0 && rates[index] !== rates[index - 1]);
}
