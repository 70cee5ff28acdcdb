import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { plan } from '#lending/engine/domain/rows/plan.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { lifeOfLoan } from './lives.ts';
import type { LifeOfLoan } from './lives.ts';
import { oracle } from './oracle/oracle.ts';
import { runs } from './runs.ts';
import { shown } from './shown.ts';

const RUNS = runs(300);

vi.setConfig({ testTimeout: 600_000 });

/** Schedules of planned loans, held against the day-by-day reckoning of their tranches alone. */
function held(life: LifeOfLoan): void {
  const tranches = life.facts
    .filter((fact) => fact.type === 'disbursement')
    .toSorted((a, b) => a.on - b.on)
    .map(({ on, amount }) => ({ type: 'disbursement' as const, on, amount }));
  const reckoned = oracle(life.terms, tranches, tranches.at(-1)?.on ?? 0, null, true);
  expect(
    planned(life.terms, tranches).map(({ n, due, principal, interest, balanceAfter }) => ({
      n,
      due,
      principal: BigInt(principal),
      interest: BigInt(interest),
      balanceAfter: BigInt(balanceAfter),
    })),
    shown(life),
  ).toEqual(
    reckoned?.rows.map(({ n, due, principal, interest, balanceAfter }) => ({
      n,
      due,
      principal,
      interest,
      balanceAfter,
    })),
  );
}

function planned(terms: LoanTerms, tranches: Parameters<typeof plan>[1]): ReturnType<typeof plan> {
  try {
    return plan(compileTerms(terms), tranches);
  } catch (error) {
    if (error instanceof DomainError) fc.pre(false);
    throw error;
  }
}

test('schedules of all terms and their tranches are those of the day-by-day reckoning', () => {
  fc.assert(fc.property(lifeOfLoan, held), RUNS);
});

/** Most loans are plain: one tranche, one rate, equal principal, months, no grace; they have their own short way. */
const plainLife = fc
  .tuple(
    lifeOfLoan,
    fc.constantFrom(1, 1, 2, 3, 12),
    fc.constantFrom(1, 2, 6),
    fc.integer({ min: 1, max: 10 }),
  )
  .map(([life, months, rowsEach, instalments]): LifeOfLoan => {
    const { terms } = life;
    const first = life.facts.filter(({ type }) => type === 'disbursement').slice(0, 1);
    const start = first[0]?.on ?? life.asOf;
    return {
      ...life,
      facts: first,
      terms: {
        ...terms,
        dayCount: terms.dayCount === 'actual/360' ? 'actual/360' : 'actual/365',
        amortisation: 'equal-principal',
        interestMethod: 'declining-balance',
        rates: [
          {
            from: null,
            rate: (terms.overdueRateFactor * BigInt(start % 9)) as LoanTerms['overdueRateFactor'],
          },
        ],
        baseRates: [],
        cuts: [],
        supports: [],
        interestEvery: { unit: 'month', n: months },
        principalEvery: { unit: 'month', n: months * rowsEach },
        instalments,
        firstDue: terms.firstDue === null ? null : start + (terms.firstDue % 50) + 1,
        transactionDays: [],
        custom: [],
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
        principalMultiple: terms.principalMultiple,
        instalmentMultiple: 1,
        lastInstalment: 'takes-rest',
      },
    };
  });

test('the short way of plain loans is the long one', () => {
  fc.assert(fc.property(plainLife, held), RUNS);
});
