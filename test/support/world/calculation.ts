import type { CalculationBody } from '#shared/contracts/lending/engine/views.ts';

/** 50 million at 6.6 % over 60 months: interest monthly, principal every 6 months. */
export const CALCULATION = {
  terms: {
    dayCount: 'actual/365',
    amortisation: 'equal-principal',
    interestMethod: 'declining-balance',
    rates: [{ from: null, percentPerYear: '6.6' }],
    overdueRateFactor: '1.3',
    principalEvery: { n: 6, unit: 'month' },
    interestEvery: { n: 1, unit: 'month' },
    instalments: 10,
    firstDue: null,
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    principalMultiple: '1',
    instalmentMultiple: '1',
    lastInstalment: 'takes-rest',
    rounding: 'half-up',
    overdueRegime: 'per-instalment',
    overduePrincipalAccrues: true,
    interestRunsOn: 'actual-balance',
    earlyPayment: 'within-instalment-amount',
    allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'next' },
  },
  facts: [{ type: 'disbursement', on: '2026-01-15', amount: '50000000' }],
  asOf: '2026-12-31',
} as const satisfies CalculationBody;

/** The same question with some terms changed or facts added. */
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
