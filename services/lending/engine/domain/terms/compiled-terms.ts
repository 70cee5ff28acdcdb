import { gcd } from '../interest/exact.ts';
import { rateSteps } from '../interest/rates.ts';
import type { RateSteps } from '../interest/rates.ts';
import { assertTerms } from './contradictions.ts';
import { stepOf } from './every.ts';
import type { Step } from './every.ts';
import { regularTerms } from './regular-terms.ts';
import type { RegularTerms } from './regular-terms.ts';
import type { LoanTerms } from './terms.ts';

/** Terms that were found free of contradictions; the only form the calculation takes. */
export interface CompiledTerms {
  readonly terms: LoanTerms;
  readonly rates: RateSteps;
  readonly step: Step;
  /** Rows between two principal instalments; 1 when both rhythms are the same. Custom dates need none. */
  readonly rowsPerInstalment: number;
  /** The overdue factor as a reduced fraction. */
  readonly overdueNumerator: number;
  readonly overdueDenominator: number;
  /** What the schedule of a plain loan needs; null when the loan is not plain. */
  readonly regular: RegularTerms | null;
}

const MILLION = 1_000_000;

/**
 * Checks terms once, before any calculation. Throws `terms-contradict` (400) naming the fields of the pair,
 * or `terms-not-supported` (422) naming the combination.
 */
export function compileTerms(terms: LoanTerms): CompiledTerms {
  assertTerms(terms);
  const step = stepOf(terms.interestEvery);
  const rowsPerInstalment = stepOf(terms.principalEvery).count / step.count;
  const rates = rateSteps(terms, []);
  const factor = Number(terms.overdueRateFactor);
  const common = gcd(factor, MILLION);
  return {
    terms,
    rates,
    step,
    rowsPerInstalment,
    overdueNumerator: factor / common,
    overdueDenominator: MILLION / common,
    regular: regularTerms(terms, rates, step, rowsPerInstalment),
  };
}
