import { BENEFICIARY_EXAMPLES } from './beneficiary.ts';
import { CAPITAL_DECISIONS_EXAMPLES } from './capital-decisions.ts';
import { CAPITAL_EXAMPLES } from './capital.ts';
import { LENDING_EXAMPLES } from './lending.ts';

/** Bodies of requests by operation, as somebody of the province would send them. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  ...BENEFICIARY_EXAMPLES,
  ...CAPITAL_EXAMPLES,
  ...CAPITAL_DECISIONS_EXAMPLES,
  ...LENDING_EXAMPLES,
};
