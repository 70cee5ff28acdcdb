import { fc } from '@fast-check/vitest';
import type { LoanFact } from '#lending/loans/domain/loan-facts.ts';
import { applyFact, foldFacts } from '#lending/loans/domain/loan-fold.ts';
import type { Loan, LoanIn, Terms } from '#lending/loans/domain/loan.ts';
import { positionOn } from '#lending/loans/domain/position.ts';
import { repay } from '#lending/loans/domain/repayment.ts';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { multiplyRate, parseRate } from '#shared/domain/rate.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** Random lives of loans, from the request on. */

const START = businessDay('2025-05-12');

export const anyTerms = fc
  .record({
    amount: fc.bigInt({ min: 1n, max: 2_000_000_000n }),
    rate: fc.constantFrom('0', '1.2', '3.96', '4.8', '6.6', '7.92', '8.25', '8.382', '9'),
    termMonths: fc.integer({ min: 1, max: 120 }),
    every: fc.integer({ min: 1, max: 36 }),
  })
  .map(({ amount, rate, termMonths, every }): Omit<Terms, 'approvedBy'> => ({
    sourceId: 'src-1',
    amount: amount as Vnd,
    ratePerYear: parseRate(rate),
    overdueRatePerYear: multiplyRate(parseRate(rate), '1.3'),
    termMonths,
    principalEveryMonths: Math.min(every, termMonths),
  }));

export const anyDisbursal = fc.integer({ min: 0, max: 700 }).map((days) => addDays(START, days));

/** Acts on a running loan: days to wait, a share of the payoff in percent, or a freeze of some days. */
export const anyActs = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 400 }),
    share: fc.integer({ min: 1, max: 100 }),
    freeze: fc.option(fc.integer({ min: 0, max: 900 })),
  }),
  { maxLength: 12 },
);

export function disbursedFacts(terms: Omit<Terms, 'approvedBy'>, on: BusinessDay): LoanFact[] {
  const told = { on, by: 'someone' };
  return [
    {
      kind: 'applied',
      ...told,
      loanId: 'loan-1',
      householdId: 'hh-1',
      personId: 'p-1',
      programmeId: 'poor-household',
      communeId: '06652-2025',
      groupId: 'group-1',
      organisationId: 'women-union',
      amount: terms.amount,
      termMonths: terms.termMonths,
      purpose: 'Nuôi bò',
    },
    { kind: 'listed', ...told, listId: 'list-1' },
    { kind: 'confirmed', ...told },
    { kind: 'screened', ...told, eligible: true, capitalKinds: ['entrusted'] },
    { kind: 'approved', ...told, terms },
    { kind: 'capital-reserved', ...told, capitalVersion: 1 },
    { kind: 'disbursed', ...told },
  ];
}

/** Plays acts on a loan and returns every fact and the loan at the end. */
export function play(
  terms: Omit<Terms, 'approvedBy'>,
  start: BusinessDay,
  acts: Iterable<{ wait: number; share: number; freeze: number | null }>,
) {
  const facts = disbursedFacts(terms, start);
  let loan: Loan | null = foldFacts(facts);
  let day = start;
  for (const { wait, share, freeze } of acts) {
    if (loan?.status !== 'active') break;
    day = addDays(day, wait);
    const isFrozen = loan.book.freeze !== null && loan.book.freeze.until >= day;
    const fact =
      freeze === null || isFrozen
        ? repayment(loan, day, share, `rep-${String(facts.length)}`)
        : ({
            kind: 'frozen',
            on: day,
            by: 'director',
            until: addDays(day, freeze),
            decision: { number: '1', issuedOn: day, issuer: 'x' },
          } as const);
    facts.push(fact);
    loan = applyFact(loan, fact);
  }
  return { facts, loan, day };
}

function repayment(loan: LoanIn<'active'>, on: BusinessDay, share: number, repaymentId: string): LoanFact {
  const { payoff } = positionOn(loan, on);
  const amount = (payoff * BigInt(share)) / 100n || 1n;
  return repay(loan, { on, by: 'officer', repaymentId, method: 'cash', amount: amount as Vnd }).fact;
}
