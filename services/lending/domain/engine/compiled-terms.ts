import type { LoanTerms } from './terms.ts';

/** Terms that were found free of contradictions; the only form the calculation takes. */
export interface CompiledTerms {
  readonly terms: LoanTerms;
}

/**
 * Checks terms once, before any calculation. Throws `terms-contradict` (400) naming the fields of the pair,
 * or `terms-not-supported` (422) naming the combination.
 */
export declare function compileTerms(terms: LoanTerms): CompiledTerms;
