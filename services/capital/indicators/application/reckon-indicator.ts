import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { businessDay, daysBetween, FIRST_DAY } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { idleCosts } from '../domain/idle-cost.ts';
import type { DatedRate } from '../domain/idle-cost.ts';
import { fundTerms, placeTerms, usualBase } from '../domain/indicators.ts';
import type { LedgerIndicator, Terms } from '../domain/indicators.ts';
import { isFundIndicator } from './figure-scope.ts';
import type { FigureBookId } from './figure-scope.ts';
import type { FigureReads } from './ports.ts';

const refuse = errorsOf(FIGURE_ERRORS);

/** The longest period over which what lies idle is reckoned day by day. */
const MOST_DAYS = 366;

export interface Asked {
  readonly asOf: string;
  readonly base: string | null;
  readonly knownOn: string | null;
}

/** What one book adds to an indicator; null when nothing was known of it. */
export type BookTerms = { readonly terms: Terms; readonly withoutRate: string | null } | null;

export type ReckonedValue = Pick<
  AnswerOf<typeof INDICATOR_ROUTES.getIndicator>,
  'base' | 'value' | 'numerator' | 'denominator' | 'terms' | 'missing' | 'table'
>;

/** The day to compare with, or the first day of the period. Throws `series-range-refused` (422). */
export function baseOf(indicator: LedgerIndicator, asOf: string, given: string | undefined): string | null {
  const usual = usualBase(indicator, asOf);
  // A day before the usual base, or of the first year of all, is compared with itself: it grew from nothing before.
  const base = usual === null ? null : (given ?? (usual > asOf || usual < FIRST_DAY ? asOf : usual));
  if (base === null) return null;
  const days = base > asOf ? null : daysBetween(businessDay(base), businessDay(asOf)) + 1;
  if (days === null || (indicator === 'idle-cost' && days > MOST_DAYS)) {
    throw refuse('series-range-refused', { from: base, to: asOf, most: String(MOST_DAYS) });
  }
  return base;
}

/** Rates in millionths of a per cent, as known on the instant; only cost needs them. */
export async function ratesFor(
  reads: FigureReads,
  indicator: LedgerIndicator,
  knownOn: string | null,
): Promise<readonly DatedRate[]> {
  if (indicator !== 'idle-cost') return [];
  return reads.opportunityRates(knownOn);
}

/** Reads months before the day and the days of its month: a few requests at any age, twice where there is a base. */
export async function termsOfBook(
  reads: FigureReads,
  indicator: LedgerIndicator,
  { book, isLocal }: FigureBookId,
  { asOf, base, knownOn }: Asked,
  rates: readonly DatedRate[],
): Promise<BookTerms> {
  const balancesOn = async (day: string) => {
    const moved = await reads.moved(book, { from: day, to: day, knownOn });
    return moved.length === 0 ? null : addTurnovers(moved.map(({ turnover }) => turnover));
  };
  if (indicator === 'idle-cost') {
    const first = base ?? asOf;
    const moved = await reads.moved(book, { from: first, to: asOf, knownOn });
    return moved.length === 0 ? null : (idleCosts(moved, [{ first, last: asOf }], rates)[0] ?? null);
  }
  const [at, atBase] = await Promise.all([balancesOn(asOf), base === null ? null : balancesOn(base)]);
  if (at === null) return null;
  const terms = isFundIndicator(indicator)
    ? fundTerms(indicator, isLocal, at, atBase)
    : placeTerms(indicator, at);
  return { terms, withoutRate: null };
}

/** The terms as a list, by which rows and values name them. */
export function termsView(terms: Terms): ReckonedValue['terms'] {
  return (Object.entries(terms) as [keyof Terms, bigint][]).map(([name, amount]) => ({
    name,
    amount: vnd(amount),
  }));
}
