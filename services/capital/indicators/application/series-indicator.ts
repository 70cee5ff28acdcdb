import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { balancesAtEach } from '#capital/ledger/domain/balances-over-time.ts';
import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import { inTurn } from '#shared/application/in-turn.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import { INDICATORS } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import type { QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { idleCosts } from '../domain/idle-cost.ts';
import type { DatedRate } from '../domain/idle-cost.ts';
import { addTerms, fundTerms, placeTerms, reckon } from '../domain/indicators.ts';
import type { LedgerIndicator, Terms } from '../domain/indicators.ts';
import { periodsOf } from '../domain/periods.ts';
import type { Period, PeriodLength } from '../domain/periods.ts';
import { assertNarrowing, assertReachFigures, booksOf, isFundIndicator } from './figure-scope.ts';
import type { FigureBookId, Narrowing } from './figure-scope.ts';
import { targetsOf } from './indicator-targets.ts';
import type { FigureReads } from './ports.ts';
import { rankOfProvince } from './rank-province.ts';
import { baseOf, ratesFor } from './reckon-indicator.ts';
import type { Now } from './value-indicator.ts';

type Series = AnswerOf<typeof INDICATOR_ROUTES.getIndicatorSeries>;

type Point = Omit<Series['points'][number], 'target'>;

type Query = QueryOf<typeof INDICATOR_ROUTES.getIndicatorSeries>;

const refuse = errorsOf(FIGURE_ERRORS);

/** What each point of a series is reckoned at. */
interface PointAsked extends Period {
  readonly base: string | null;
}

interface Plan {
  readonly indicator: LedgerIndicator;
  readonly points: readonly PointAsked[];
  readonly by: PeriodLength;
  readonly knownOn: string | null;
  /** A day named by the caller or the founding one, which need not end a month; else bases end years. */
  readonly fixedBase: string | null;
  readonly rates: readonly DatedRate[];
}

/**
 * The indicator at the end of each day, month or year between two days. By months and years it reads the months
 * folded at night, and days only of the last one, so that decades cost no more than a month.
 *
 * Throws `area-not-allowed` (403), `known-on-in-future`, `indicator-filter-refused`, `series-range-refused` (422).
 */
export async function seriesIndicator(
  reads: FigureReads,
  caller: Caller,
  indicatorId: IndicatorId,
  { from, to, by, knownOn: instant, base, ...narrowing }: Query,
  { now }: Now,
): Promise<Series> {
  assertNarrowing(indicatorId, narrowing);
  assertReachFigures(caller, narrowing);
  const knownOn = knownUpTo(instant, now);
  const periods = periodsOf(from, to, by);
  if (periods === null) throw refuse('series-range-refused', { from, to, by });
  const points =
    indicatorId === 'cap-05'
      ? await inTurn(periods, ({ last }) => rankPoint(reads, last, knownOn))
      : await ledgerPoints(
          reads,
          narrowing,
          await planOf(reads, indicatorId, periods, { by, base, knownOn }),
        );
  const targetOn = await targetsOf(reads, indicatorId, knownOn);
  const { unit, rounding } = INDICATORS[indicatorId];
  return {
    ...{ indicatorId, from, to, by, knownOn, unit, rounding },
    points: points.map((point) => ({
      ...point,
      target: targetOn(point.asOf)?.value ?? null,
    })),
  };
}

async function rankPoint(reads: FigureReads, asOf: string, knownOn: string | null): Promise<Point> {
  const { base, value, numerator, denominator } = await rankOfProvince(reads, asOf, knownOn);
  return { asOf, base, value, numerator, denominator };
}

async function planOf(
  reads: FigureReads,
  indicator: LedgerIndicator,
  periods: readonly Period[],
  {
    by,
    base,
    knownOn,
  }: { readonly by: PeriodLength; readonly base: string | undefined; readonly knownOn: string | null },
): Promise<Plan> {
  const isCost = indicator === 'idle-cost';
  // Cost is that of each period by itself; it is reckoned day by day, so the whole range is bounded like a period.
  if (isCost) baseOf(indicator, periods.at(-1)?.last ?? '', periods[0]?.first);
  const points = periods.map((period) => ({
    ...period,
    base: isCost ? period.first : baseOf(indicator, period.last, base),
  }));
  const isFixed = !isCost && (base !== undefined || indicator !== 'growth-share');
  const fixedBase = isFixed ? (points.at(-1)?.base ?? null) : null;
  return { indicator, points, by, knownOn, fixedBase, rates: await ratesFor(reads, indicator, knownOn) };
}

async function ledgerPoints(reads: FigureReads, narrowing: Narrowing, plan: Plan): Promise<Point[]> {
  const books = await booksOf(reads, narrowing, { byLeaf: false, knownOn: plan.knownOn });
  const ofBooks = await inTurn(books, (book) => termsByPoint(reads, book, plan));
  return plan.points.map(({ last, base }, index) => {
    const ofPoint = ofBooks.flatMap((points) => points[index] ?? []);
    const { value, numerator, denominator } = reckon(
      plan.indicator,
      addTerms(ofPoint.map(({ terms }) => terms)),
    );
    const isRateMissing = ofPoint.some(({ withoutRate }) => withoutRate !== null);
    return {
      asOf: last,
      base,
      value: value === null || isRateMissing ? null : value,
      numerator,
      denominator,
    };
  });
}

type PointTerms = { readonly terms: Terms; readonly withoutRate: string | null };

async function termsByPoint(
  reads: FigureReads,
  { book, isLocal }: FigureBookId,
  { indicator, points, by, knownOn, fixedBase, rates }: Plan,
): Promise<PointTerms[]> {
  const [first, last] = [points[0]?.first ?? '', points.at(-1)?.last ?? ''];
  const byDay = by === 'day' || indicator === 'idle-cost';
  const [moved, movedToBase] = await Promise.all([
    reads.moved(book, { from: byDay ? first : last, to: last, knownOn }),
    fixedBase === null ? [] : reads.moved(book, { from: fixedBase, to: fixedBase, knownOn }),
  ]);
  if (indicator === 'idle-cost') return idleCosts(moved, points, rates);
  const bases = points.flatMap(({ base }) => (base === null || base === fixedBase ? [] : [base]));
  const balances = balancesAtEach(moved, [...points.map((point) => point.last), ...bases]);
  const atFixed = addTurnovers(movedToBase.map(({ turnover }) => turnover));
  return points.flatMap((point) => {
    const at = balances.get(point.last);
    if (at === undefined) return [];
    if (!isFundIndicator(indicator)) return [{ terms: placeTerms(indicator, at), withoutRate: null }];
    // A point before the founding day is compared with itself.
    const atBase = point.base === fixedBase ? atFixed : (balances.get(point.base ?? '') ?? at);
    return [{ terms: fundTerms(indicator, isLocal, at, atBase), withoutRate: null }];
  });
}
