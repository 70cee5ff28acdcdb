import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import type { Revised } from '#shared/contracts/common.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { InForce } from '../domain/dated-figures.ts';
import type {
  FigureBook,
  IndicatorFigure,
  IndicatorTarget,
  NationalTable,
  OpportunityRate,
} from './ports.ts';

type Book = FigureBook<IndicatorFigure>;

const refuse = errorsOf(FIGURE_ERRORS);

/** Records a target of an indicator. Throws `figure-days-refused` (422). */
export function recordTarget(book: Book, target: IndicatorTarget): Promise<Revised> {
  assertDays(target);
  return book.keep('indicator-target', target.targetId, target);
}

/** Records what idle capital could earn. Throws `figure-days-refused` (422). */
export function recordOpportunityRate(book: Book, rate: OpportunityRate): Promise<Revised> {
  assertDays(rate);
  return book.keep('opportunity-rate', rate.rateId, rate);
}

/** Imports the national table of a day; another table of the day is its next revision. Throws `national-table-refused` (422). */
export function importNationalTable(book: Book, table: NationalTable): Promise<Revised> {
  const seen = new Set<string>();
  const twice = table.rows.filter(({ provinceId }) => seen.size === seen.add(provinceId).size);
  if (twice.length > 0) {
    throw refuse('national-table-refused', { twice: twice.map(({ provinceId }) => provinceId) });
  }
  if (!seen.has(PROVINCE_ID)) throw refuse('national-table-refused', { without: PROVINCE_ID });
  return book.keep('national-table', table.asOf, table);
}

/** Throws `figure-days-refused` (422). */
export function assertDays({ from, to }: InForce): void {
  if (to !== null && to < from) throw refuse('figure-days-refused', { from, to });
}
