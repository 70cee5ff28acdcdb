import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';
import { monthsBetween } from './loan-days.ts';
import type { Place } from './places.ts';
import type { Conduct } from './schedule.ts';
import type { Seeded } from './seeded.ts';
import type { LoanEnd, PlannedFreeze } from './types.ts';

/** How the life of a disbursed loan goes, and the terms that make it go so. */
export interface Fate {
  readonly ends: LoanEnd;
  readonly conduct: Conduct;
  readonly freeze: PlannedFreeze | null;
  readonly termMonths: number | null;
  readonly principalEveryMonths: number | null;
}

interface Situation {
  readonly place: Place;
  readonly disbursedOn: string;
  readonly lastDay: string;
  /** The first loan of an island commune: where the storm came. */
  readonly stormStruck: boolean;
}

/** An unpaid instalment of a group loan signed before this day is not overdue before maturity. */
const INSTALMENT_RULE_FROM = '2026-03-01';
const FREEZE_MONTHS = 36;

export function fateOf(draw: Seeded, situation: Situation): Fate {
  const { disbursedOn, lastDay, stormStruck } = situation;
  const start = businessDay(disbursedOn);
  const age = monthsBetween(disbursedOn, lastDay);
  const inOrder: Fate = {
    ends: 'active',
    conduct: { until: lastDay, settlesOn: null },
    freeze: null,
    termMonths: null,
    principalEveryMonths: null,
  };
  const on = addDays(start, 70);
  if (stormStruck && on < lastDay) {
    const until = addMonths(on, FREEZE_MONTHS);
    return { ...inOrder, conduct: { until: on, settlesOn: null }, freeze: { on, until } };
  }
  if (age > 12 && draw.chance(8)) {
    // One instalment at the end of a year, missed: overdue by either rule.
    return { ...inOrder, ...unpaidFrom(addMonths(start, 10)), termMonths: 12, principalEveryMonths: 12 };
  }
  if (age > 6 && disbursedOn >= INSTALMENT_RULE_FROM && draw.chance(12)) {
    return { ...inOrder, ...unpaidFrom(addMonths(start, 4)), termMonths: 24, principalEveryMonths: 6 };
  }
  if (age > 5 && draw.chance(9)) {
    return {
      ...inOrder,
      ends: 'settled',
      conduct: { until: lastDay, settlesOn: addMonths(start, draw.between(4, age)) },
    };
  }
  return inOrder;
}

function unpaidFrom(until: string): { readonly conduct: Conduct } {
  return { conduct: { until, settlesOn: null } };
}
