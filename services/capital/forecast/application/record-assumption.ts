import type { FigureBook } from '#capital/indicators/application/ports.ts';
import { assertDays } from '#capital/indicators/application/record-figure.ts';
import type { ReferenceReads } from '#capital/references/application/ports.ts';
import { strangersAmong, strangersRefused } from '#capital/references/domain/named-references.ts';
import type { Revised } from '#shared/contracts/common.ts';
import { assertAssumption, referencesOf } from '../domain/forecast-assumptions.ts';
import type { Assumption } from '../domain/forecast-assumptions.ts';

/**
 * Records what forecasts take for granted, of a programme and a commune that are known. Throws `reference-unknown`
 * (409), `figure-days-refused`, `forecast-assumption-refused` (422).
 */
export async function recordAssumption(
  book: FigureBook<'forecast-assumption'> & ReferenceReads,
  assumption: Assumption,
): Promise<Revised> {
  assertDays(assumption);
  assertAssumption(assumption);
  const named = referencesOf(assumption);
  const strangers = strangersAmong(named, await book.references(named), assumption.from);
  if (strangers.length > 0) throw strangersRefused(strangers);
  return book.keep('forecast-assumption', assumption.assumptionId, assumption);
}
