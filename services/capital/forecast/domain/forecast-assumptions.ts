import type { InForce } from '#capital/indicators/domain/dated-figures.ts';
import type { NamedReference } from '#capital/references/domain/named-references.ts';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { divideHalfUp, vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { ByMonth } from './expected-principal.ts';
import { monthsFrom } from './forecast.ts';

const refuse = errorsOf(FIGURE_ERRORS);

export type AssumptionKind = 'write-off-share' | 'monthly-demand' | 'demand-basis' | 'new-loan-term';

/** What a forecast takes for granted from a day on; null in its scope means all of them. */
export interface Assumption extends InForce {
  readonly assumptionId: string;
  readonly kind: AssumptionKind;
  readonly sourceId: string | null;
  readonly programmeId: string | null;
  readonly communeId: string | null;
  /** Of principal due, what will not come back: per cent. */
  readonly percent?: Rate | undefined;
  /** Demand of a month, đồng. */
  readonly amount?: Vnd | undefined;
  readonly basis?: 'assumed' | 'mean-of-12-months' | undefined;
  readonly months?: number | undefined;
}

const FIELD_OF = {
  'write-off-share': 'percent',
  'monthly-demand': 'amount',
  'demand-basis': 'basis',
  'new-loan-term': 'months',
} as const;

/** Each kind says its own thing and nothing else. Throws `forecast-assumption-refused` (422). */
export function assertAssumption(assumption: Assumption): void {
  const { kind, percent } = assumption;
  const wanted = FIELD_OF[kind];
  for (const field of Object.values(FIELD_OF)) {
    if ((assumption[field] !== undefined) !== (field === wanted)) {
      throw refuse('forecast-assumption-refused', { kind, field });
    }
  }
  if (percent !== undefined && percent > WHOLE) {
    throw refuse('forecast-assumption-refused', { kind, field: 'percent' });
  }
}

/** The ids of its scope: what is assumed may be of a time that has not begun. */
export function referencesOf({ programmeId, communeId }: Assumption): NamedReference[] {
  const of = { line: null, needs: 'known' } as const;
  return [
    ...(programmeId === null
      ? []
      : [{ ...of, kind: 'programme' as const, id: programmeId, pointer: '/programmeId' }]),
    ...(communeId === null ? [] : [{ ...of, kind: 'area' as const, id: communeId, pointer: '/communeId' }]),
  ];
}

/** A hundred per cent in millionths of a per cent. */
const WHOLE = 100_000_000n;

export interface Place {
  readonly sourceId: string;
  readonly programmeId: string | null;
  readonly communeId: string | null;
}

/** The record that says most about a place on a day: the narrowest scope, then the one in force last. */
export function assumptionFor(
  all: readonly Assumption[],
  kind: AssumptionKind,
  place: Place,
  day: string,
): Assumption | null {
  let best: Assumption | null = null;
  for (const one of all) {
    if (one.kind !== kind || !isWithin(day, one.from, one.to) || !covers(one, place)) continue;
    const narrower = best === null ? 1 : narrownessOf(one) - narrownessOf(best);
    if (narrower > 0 || (narrower === 0 && best !== null && one.from >= best.from)) best = one;
  }
  return best;
}

const SCOPE = ['sourceId', 'programmeId', 'communeId'] as const;

function covers(assumption: Assumption, place: Place): boolean {
  return SCOPE.every((part) => assumption[part] === null || assumption[part] === place[part]);
}

function narrownessOf(assumption: Assumption): number {
  return SCOPE.filter((part) => assumption[part] !== null).length;
}

/** What of the principal due in a month will not come back, đồng; rounded half up. */
export function writeOffOf(principalDue: bigint, assumption: Assumption | null): Vnd {
  return vnd(divideHalfUp(principalDue * (assumption?.percent ?? 0n), WHOLE));
}

/** Mean of the twelve whole months before the one of a day, đồng; rounded half up. */
export function meanLent(lent: ByMonth, today: string): bigint {
  const year = Number(today.slice(0, 4)) - 1;
  const before = monthsFrom(`${year.toString().padStart(4, '0')}${today.slice(4)}`, 12);
  return divideHalfUp(
    before.reduce((sum, month) => sum + (lent.get(month) ?? 0n), 0n),
    12n,
  );
}

export interface Demand {
  readonly basis: 'assumed' | 'mean-of-12-months';
  readonly amount: bigint;
  /** The records it rests on; a mean without a choice rests on none. */
  readonly records: readonly Assumption[];
}

/**
 * Demand of a place in a month. The record of the basis chooses; without one, or where nothing is assumed, it is the
 * mean of the last twelve months.
 */
export function demandOf(
  all: readonly Assumption[],
  place: Place,
  day: string,
  { mean }: { readonly mean: bigint },
): Demand {
  const chosen = assumptionFor(all, 'demand-basis', place, day);
  const assumed = chosen?.basis === 'assumed' ? assumptionFor(all, 'monthly-demand', place, day) : null;
  const records = [chosen, assumed].filter((record) => record !== null);
  return assumed?.amount === undefined
    ? { basis: 'mean-of-12-months', amount: mean, records }
    : { basis: 'assumed', amount: assumed.amount, records };
}
