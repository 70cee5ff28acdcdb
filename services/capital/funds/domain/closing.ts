import { fundOf } from '#capital/ledger/domain/fund.ts';
import { addTurnovers, totalsOf } from '#capital/ledger/domain/totals.ts';
import type { DatedTurnover } from '#capital/ledger/domain/totals.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { mayMove } from '#shared/domain/transitions.ts';
import { YEAR_TRANSITIONS } from './closing-transitions.ts';
import type { YearStatus } from './closing-transitions.ts';

const refuse = errorsOf(FUND_ERRORS);

export const YEAR_FIGURES = [
  'opening',
  'openingBalances',
  'received',
  'supplements',
  'withdrawn',
  'writtenOff',
  'closing',
  'outstanding',
  'unlent',
  'handedOver',
] as const;

/**
 * The movement of a fund over a year, đồng: opening + opening balances + received + supplements − withdrawn −
 * written off = closing = outstanding + unlent (Circular 11/2017/TT-BTC, amended by 84/2025).
 */
export type YearFigures = Readonly<Record<(typeof YEAR_FIGURES)[number], Vnd>>;

export const firstDayOf = (year: number): string => `${year}-01-01`;

export const lastDayOf = (year: number): string => `${year}-12-31`;

/** Throws `year-not-over`, `year-before-opening` (422). */
export function assertClosable(year: number, source: { readonly openedOn: string }, today: string): void {
  if (today <= lastDayOf(year)) throw refuse('year-not-over', { year: year.toString(), today });
  if (source.openedOn > lastDayOf(year)) {
    throw refuse('year-before-opening', { year: year.toString(), openedOn: source.openedOn });
  }
}

/** Throws `year-already-closed` (409). */
export function assertMayClose(year: number, status: YearStatus): void {
  if (!mayMove(YEAR_TRANSITIONS, 'close', status)) throw yearAlreadyClosed(year);
}

export function yearAlreadyClosed(year: number): Error {
  return refuse('year-already-closed', { year: year.toString() });
}

/** A year from everything that moved up to its end: days of the year, and days or whole months before it. */
export function figuresOfYear(moved: readonly DatedTurnover[], year: number): YearFigures {
  const first = firstDayOf(year);
  const sumOf = (rows: readonly DatedTurnover[]) => addTurnovers(rows.map(({ turnover }) => turnover));
  const before = sumOf(moved.filter(({ effectiveOn }) => effectiveOn < first));
  const within = sumOf(moved.filter(({ effectiveOn }) => effectiveOn >= first));
  const end = sumOf(moved);
  const { fund, lent, unlent } = totalsOf(end);
  return {
    opening: fundOf(before),
    openingBalances: within['opening-capital'],
    received: within['entrusted-capital'],
    supplements: within['capital-supplement'],
    withdrawn: within['capital-withdrawn'],
    writtenOff: within['capital-written-off'],
    closing: fund,
    outstanding: lent,
    unlent,
    handedOver: within['capital-handed-over'],
  };
}

export function differenceOfYears(now: YearFigures, then: YearFigures): YearFigures {
  return Object.fromEntries(YEAR_FIGURES.map((name) => [name, vnd(now[name] - then[name])])) as YearFigures;
}
