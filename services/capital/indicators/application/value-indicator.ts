import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { inTurn } from '#shared/application/in-turn.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import { INDICATORS } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { addTerms, compareExactly, reckon } from '../domain/indicators.ts';
import type { LedgerIndicator } from '../domain/indicators.ts';
import { assertNarrowing, assertReachFigures, booksOf } from './figure-scope.ts';
import type { Narrowing } from './figure-scope.ts';
import { targetsOf } from './indicator-targets.ts';
import type { FigureReads, IndicatorTarget } from './ports.ts';
import { rankOfProvince } from './rank-province.ts';
import { baseOf, ratesFor, termsOfBook, termsView } from './reckon-indicator.ts';
import type { Asked, ReckonedValue } from './reckon-indicator.ts';

type Value = AnswerOf<typeof INDICATOR_ROUTES.getIndicator>;

type Query = QueryOf<typeof INDICATOR_ROUTES.getIndicator>;

export interface Now {
  readonly now: string;
  readonly today: string;
}

/**
 * An indicator as of a day and as known on an instant, or as known now:
 * 1. the caller reaches what is asked about, and the data can answer the filters;
 * 2. the terms of each source (of each leaf where a commune is named) are summed;
 * 3. the number is reckoned from the sums, with the target in force on the day.
 *
 * Throws `area-not-allowed` (403), `known-on-in-future`, `indicator-filter-refused`, `series-range-refused` (422).
 */
export async function valueIndicator(
  reads: FigureReads,
  caller: Caller,
  indicatorId: IndicatorId,
  { asOf: day, knownOn: instant, base: given, ...narrowing }: Query,
  { now, today }: Now,
): Promise<Value> {
  assertNarrowing(indicatorId, narrowing);
  assertReachFigures(caller, narrowing);
  const asOf = day ?? today;
  const knownOn = knownUpTo(instant, now);
  const reckoned =
    indicatorId === 'cap-05'
      ? await rankOfProvince(reads, asOf, knownOn)
      : await reckonedOf(reads, indicatorId, narrowing, {
          asOf,
          base: baseOf(indicatorId, asOf, given),
          knownOn,
        });
  const { unit, rounding } = INDICATORS[indicatorId];
  const target = (await targetsOf(reads, indicatorId, knownOn))(asOf);
  const difference = target === null || reckoned.value === null ? null : reckoned.value - target.value;
  return {
    indicatorId,
    asOf,
    knownOn,
    unit,
    rounding,
    ...reckoned,
    target: target && {
      targetId: target.targetId,
      bound: target.bound,
      value: target.value,
      difference,
      isReached: isReached(indicatorId, reckoned, target),
      source: target.source,
    },
  };
}

/** By the exact number: 14.996 % is shown as 15.00 % and is not 15 %. */
function isReached(
  indicatorId: IndicatorId,
  reckoned: ReckonedValue,
  { bound, value: aim }: IndicatorTarget,
): boolean | null {
  const by = compareExactly(indicatorId === 'cap-05' ? 'cap-01' : indicatorId, reckoned, aim);
  if (by === null) return null;
  return bound === 'at-least' ? by >= 0n : by <= 0n;
}

async function reckonedOf(
  reads: FigureReads,
  indicator: LedgerIndicator,
  narrowing: Narrowing,
  asked: Asked,
): Promise<ReckonedValue> {
  const [books, rates] = await Promise.all([
    booksOf(reads, narrowing, { byLeaf: false, knownOn: asked.knownOn }),
    ratesFor(reads, indicator, asked.knownOn),
  ]);
  const found = await inTurn(books, (book) => termsOfBook(reads, indicator, book, asked, rates));
  const terms = addTerms(found.map((one) => one?.terms ?? {}));
  const { value, numerator, denominator } = reckon(indicator, terms);
  const isRateMissing = found.some((one) => one !== null && one.withoutRate !== null);
  return {
    base: asked.base,
    value: value === null || isRateMissing ? null : value,
    numerator,
    denominator,
    terms: termsView(terms),
    missing: [
      ...(value === null ? (['denominator'] as const) : []),
      ...(isRateMissing ? (['opportunity-rate'] as const) : []),
    ],
    table: null,
  };
}
