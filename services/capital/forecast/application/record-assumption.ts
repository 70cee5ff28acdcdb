import type { FigureBook } from '#capital/indicators/application/ports.ts';
import { assertDays } from '#capital/indicators/application/record-figure.ts';
import type { Revised } from '#shared/contracts/common.ts';
import { assertAssumption } from '../domain/forecast-assumptions.ts';
import type { Assumption } from '../domain/forecast-assumptions.ts';

/** Records what forecasts take for granted. Throws `figure-days-refused`, `forecast-assumption-refused` (422). */
export function recordAssumption(book: FigureBook, assumption: Assumption): Promise<Revised> {
  assertDays(assumption);
  assertAssumption(assumption);
  return book.keep('forecast-assumption', assumption.assumptionId, assumption);
}
