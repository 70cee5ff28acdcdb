import type { Answer } from '#lending/engine/domain/answers/answer.ts';
import { positionAt } from '#lending/engine/domain/answers/position.ts';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { businessDay, businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { parseRate } from '#shared/domain/rate.ts';

export const day = (text: string): DayNumber => dayNumber(businessDay(text));

export const text = (number: DayNumber): string => businessDayOfNumber(number);

/** 6.6 % a year, actual/365, equal principal and interest monthly, 12 instalments: the law's plain loan. */
export const PLAIN: LoanTerms = {
  dayCount: 'actual/365',
  amortisation: 'equal-principal',
  interestMethod: 'declining-balance',
  rates: [{ from: null, rate: parseRate('6.6') }],
  baseRates: [],
  cuts: [],
  supports: [],
  overdueRateFactor: parseRate('1.3'),
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

export const terms = (change: Partial<LoanTerms> = {}): LoanTerms => ({ ...PLAIN, ...change });

export const months = (n: number) => ({ n, unit: 'month' as const });

export const rate = (percentPerYear: string) => [{ from: null, rate: parseRate(percentPerYear) }];

export const lent = (on: string, amount: number): Fact => ({ type: 'disbursement', on: day(on), amount });

export const paid = (on: string, amount: number, id = `paid-${on}`): Fact => ({
  type: 'payment',
  id,
  on: day(on),
  amount,
});

/** The answer as of a day, with its derivation. */
export function asOf(on: string, change: Partial<LoanTerms>, facts: readonly Fact[]): Answer {
  return positionAt(compileTerms(terms(change)), facts, day(on), null, { derivation: true });
}
