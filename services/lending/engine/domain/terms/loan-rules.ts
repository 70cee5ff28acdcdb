import type { Rate } from '#shared/domain/rate.ts';
import { assertTerms } from './contradictions.ts';
import type { LoanTerms } from './terms.ts';

type Named =
  | 'dayCount'
  | 'interestMethod'
  | 'interestRunsOn'
  | 'payoffInterest'
  | 'payoffRow'
  | 'earlyPayment'
  | 'levelTotal'
  | 'lastInstalment'
  | 'interestRounding'
  | 'monthEnd';

/** What a programme may say about how its loans are calculated; what it does not say is as with the usual loan. */
export type LoanRules = { readonly [K in Named]?: LoanTerms[K] | undefined } & {
  /** Level instalments are asked every month; a bullet asks all principal at the end of the term. */
  readonly amortisation?: 'equal-principal' | 'equal-instalment' | 'bullet' | undefined;
  /** Which rows money beyond the current row goes to. */
  readonly beyond?: LoanTerms['allocation']['beyond'] | undefined;
};

/**
 * The usual loan: interest every month by actual days over 365 on the actual balance, interest before principal,
 * principal in equal parts. Rate, rhythm and regime are each loan's own.
 */
export const USUAL_TERMS: LoanTerms = {
  dayCount: 'actual/365',
  amortisation: 'equal-principal',
  interestMethod: 'declining-balance',
  rates: [{ from: null, rate: 0n as Rate }],
  baseRates: [],
  cuts: [],
  supports: [],
  overdueRateFactor: 1_000_000n as Rate,
  principalEvery: { n: 1, unit: 'month' },
  interestEvery: { n: 1, unit: 'month' },
  instalments: 12,
  firstDue: null,
  transactionDays: [],
  custom: [],
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  principalMultiple: 1,
  instalmentMultiple: 1,
  lastInstalment: 'takes-rest',
  rounding: 'half-up',
  overdueRegime: 'per-instalment',
  overduePrincipalAccrues: true,
  interestRunsOn: 'actual-balance',
  earlyPayment: 'within-instalment-amount',
  allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'next' },
};

/** Terms of a loan over some months by the rules of its programme. */
export function withRules(terms: LoanTerms, rules: LoanRules, termMonths: number): LoanTerms {
  return {
    ...terms,
    ...rhythmOf(rules, termMonths),
    dayCount: rules.dayCount ?? terms.dayCount,
    interestMethod: rules.interestMethod ?? terms.interestMethod,
    interestRunsOn: rules.interestRunsOn ?? terms.interestRunsOn,
    payoffInterest: rules.payoffInterest ?? terms.payoffInterest,
    payoffRow: rules.payoffRow ?? terms.payoffRow,
    earlyPayment: rules.earlyPayment ?? terms.earlyPayment,
    levelTotal: rules.levelTotal ?? terms.levelTotal,
    lastInstalment: rules.lastInstalment ?? terms.lastInstalment,
    interestRounding: rules.interestRounding ?? terms.interestRounding,
    monthEnd: rules.monthEnd ?? terms.monthEnd,
    allocation: { ...terms.allocation, beyond: rules.beyond ?? terms.allocation.beyond },
  };
}

function rhythmOf({ amortisation }: LoanRules, termMonths: number): Partial<LoanTerms> {
  switch (amortisation) {
    case 'equal-instalment':
      return { amortisation, principalEvery: { n: 1, unit: 'month' }, instalments: termMonths, custom: [] };
    case 'bullet':
      return { amortisation, principalEvery: { n: termMonths, unit: 'month' }, instalments: 1, custom: [] };
    case 'equal-principal':
    case undefined:
      return {};
  }
}

/** Rules that no loan could have. Throws `terms-contradict` (400) or `terms-not-supported` (422). */
export function assertRules(rules: LoanRules): void {
  assertTerms(withRules(USUAL_TERMS, rules, USUAL_TERMS.instalments));
}
