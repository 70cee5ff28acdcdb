import { CALCULATION } from '#infra/documents/examples/lending.ts';
import type { CalculationBody } from '#shared/contracts/lending/engine/views.ts';

/** The question the API document shows, with some terms changed or facts added. */
export function calculation(
  terms: Partial<CalculationBody['terms']> = {},
  facts: CalculationBody['facts'] = [],
): CalculationBody {
  return {
    ...CALCULATION,
    terms: { ...CALCULATION.terms, rates: [...CALCULATION.terms.rates], ...terms },
    facts: [...CALCULATION.facts, ...facts],
  };
}
