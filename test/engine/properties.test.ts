import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Answer, Span } from '#lending/engine/domain/answers/answer.ts';
import { positionAt } from '#lending/engine/domain/answers/position.ts';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { historyOf } from '#lending/engine/domain/facts/history.ts';
import { assertPlannable } from '#lending/engine/domain/rows/bounds.ts';
import { plan } from '#lending/engine/domain/rows/plan.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { lifeOfLoan } from './lives.ts';
import type { LifeOfLoan } from './lives.ts';
import { add, fraction, multiply, round, ZERO } from './oracle/fraction.ts';
import type { Fraction } from './oracle/fraction.ts';
import { runs } from './runs.ts';
import { shown } from './shown.ts';

const RUNS = runs(300);

vi.setConfig({ testTimeout: 600_000 });

/** The engine's answer; a life it refuses proves nothing and is left out. */
function answered({ terms, facts, asOf, knownOn }: LifeOfLoan, derivation = false): Answer {
  try {
    return positionAt(compileTerms(terms), facts, asOf, knownOn, { derivation });
  } catch (error) {
    if (error instanceof DomainError) fc.pre(false);
    throw error;
  }
}

function forEveryLife(check: (life: LifeOfLoan, answer: Answer) => void): void {
  fc.assert(
    fc.property(lifeOfLoan, (life) => {
      check(life, answered(life));
    }),
    RUNS,
  );
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const withFacts = (life: LifeOfLoan, ...more: readonly Fact[]): LifeOfLoan => ({
  ...life,
  facts: [...life.facts, ...more],
});

/** Interest of both kinds that was owed for the nights so far, paid or not. */
const allInterest = ({ position }: Answer): number =>
  position.interestAccrued +
  position.overdueInterest +
  position.interestPaid +
  position.overdueInterestPaid +
  position.interestWaived +
  position.writtenOff.interest;

describe('of every life', () => {
  test('the principal of the rows sums to what was disbursed', () => {
    forEveryLife((_, { instalments, position }) => {
      expect(sum(instalments.map(({ principal }) => principal))).toBe(position.principalDisbursed);
    });
  });

  test('no row is negative', () => {
    forEveryLife((_, { instalments }) => {
      for (const row of instalments) {
        const figures = [row.days, row.principal, row.interest, row.balanceAfter, row.waived, row.daysLate];
        const settled = [
          row.paid.principal,
          row.paid.interest,
          row.outstanding.principal,
          row.outstanding.interest,
        ];
        expect(Math.min(...figures, ...settled)).toBeGreaterThanOrEqual(0);
        expect(row.total).toBe(row.principal + row.interest);
      }
    });
  });

  test('the split of every payment sums to it', () => {
    forEveryLife((_, { transactions }) => {
      for (const one of transactions.filter(
        ({ type }) => type === 'payment' || type === 'waiver' || type === 'recovery',
      )) {
        expect(one.principal + one.interest + one.overdueInterest + one.excess).toBe(one.amount);
      }
    });
  });

  test('what was received is principal, interest or in excess', () => {
    forEveryLife((life, { position, transactions }) => {
      const received = transactions.filter(({ type }) => type === 'payment' || type === 'recovery');
      const { principalPaid, interestPaid, overdueInterestPaid, recovered, excess } = position;
      expect(
        principalPaid +
          interestPaid +
          overdueInterestPaid +
          recovered.principal +
          recovered.interest +
          excess,
        shown(life),
      ).toBe(sum(received.map(({ amount }) => amount)));
      expect(Math.min(interestPaid, excess)).toBeGreaterThanOrEqual(0);
    });
  });

  test('what was disbursed is outstanding, paid or written off', () => {
    forEveryLife((_, { position, transactions }) => {
      const { principalDisbursed, principalOutstanding, principalPaid, writtenOff } = position;
      expect(principalOutstanding + principalPaid + writtenOff.principal).toBe(principalDisbursed);
      const payments = transactions.filter(({ type }) => type === 'payment');
      expect(sum(payments.map(({ principal }) => principal))).toBe(principalPaid);
    });
  });

  test('the interest owed is the exact sum of its spans, rounded once a row or once a stretch', () => {
    forEveryLife((life, plain) => {
      const answer = answered(life, true);
      expect({ ...answer, derivation: [] }).toEqual({ ...plain, derivation: [] });
      const exact = round(answer.derivation.map(interestOf).reduce(add, ZERO), life.terms.rounding);
      const rows = new Set(answer.derivation.map(({ n, kind }) => `${kind} ${String(n)}`)).size;
      const roundings = life.terms.interestRounding === 'per-stretch' ? answer.derivation.length : rows;
      // By the schedule interest may have been paid before its nights passed, so that only less can be missing.
      if (life.terms.interestRunsOn === 'actual-balance' && answer.position.class !== 'written-off') {
        expect(Math.abs(allInterest(answer) - Number(exact))).toBeLessThanOrEqual(roundings);
      }
    });
  });

  test('the interest of a span is that of its parts within one rounding a part', () => {
    forEveryLife((life) => {
      for (const span of answered(life, true).derivation) {
        const nights = Array.from({ length: span.days }, () =>
          interestOf({ ...span, days: 1, years: perNight(span) }),
        );
        const parts = [nights.slice(0, span.days / 3), nights.slice(span.days / 3)];
        const rounded = parts.map((part) => Number(round(part.reduce(add, ZERO), life.terms.rounding)));
        expect(Math.abs(sum(rounded) - span.interest)).toBeLessThanOrEqual(parts.length);
      }
    });
  });
});

const perNight = ({ years, days }: Span): Span['years'] => ({
  ...years,
  denominator: years.denominator * days,
});

function interestOf({ balance, rate, years }: Span): Fraction {
  const yearly = fraction(rate.numerator, rate.denominator * 100);
  return multiply(multiply(fraction(balance), yearly), fraction(years.numerator, years.denominator));
}

describe('a plan', () => {
  test('asks principal in every row that bears it, unless the terms say so', () => {
    fc.assert(
      fc.property(lifeOfLoan, fc.integer({ min: 1, max: 200 }), ({ terms, facts }, amount) => {
        const isLent = terms.amortisation === 'equal-principal' || terms.amortisation === 'bullet';
        const on = facts.find(({ type }) => type === 'disbursement')?.on ?? 0;
        fc.pre(isLent && terms.principalMultiple === 1);
        const compiled = compileTerms(terms);
        const every = terms.amortisation === 'bullet' ? terms.instalments : 1;
        let rows: ReturnType<typeof plan>;
        try {
          const lent = [{ type: 'disbursement', on, amount }] as const;
          assertPlannable(compiled, historyOf(lent, Infinity, null), '/terms/instalments');
          rows = plan(compiled, [{ on, amount }]);
        } catch (error) {
          if (error instanceof DomainError) return;
          throw error;
        }
        const bearing = rows.filter(
          ({ n }) =>
            n % (compiled.rowsPerInstalment * every) === 0 &&
            n > terms.grace.principal * compiled.rowsPerInstalment,
        );
        expect(bearing.length).toBeGreaterThan(0);
        expect(Math.min(...bearing.map(({ principal }) => principal))).toBeGreaterThan(0);
        expect(sum(rows.map(({ principal }) => principal))).toBe(amount);
      }),
      RUNS,
    );
  });
});

describe('facts', () => {
  test('may arrive in any order', () => {
    fc.assert(
      fc.property(
        lifeOfLoan.chain((life) =>
          fc.tuple(fc.constant(life), fc.shuffledSubarray([...life.facts], { minLength: life.facts.length })),
        ),
        ([life, facts]) => {
          expect(answered({ ...life, facts }), shown(life)).toEqual(answered(life));
        },
      ),
      RUNS,
    );
  });

  test('recorded after an instant are not known on it', () => {
    forEveryLife((life, answer) => {
      const { knownOn } = life;
      if (knownOn === null) return;
      const facts = life.facts.filter(({ recordedAt }) => recordedAt === undefined || recordedAt <= knownOn);
      expect(answered({ ...life, facts, knownOn: null })).toEqual(answer);
    });
  });

  test('and their reversal leave no trace in the money', () => {
    fc.assert(
      fc.property(
        lifeOfLoan,
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.nat(60),
        fc.boolean(),
        (life, amount, before, isTranche) => {
          const answer = answered(life);
          const start = answer.instalments[0]?.from ?? life.asOf;
          const on = Math.max(start, life.asOf - before);
          const type = isTranche ? 'disbursement' : 'payment';
          const reversed = withFacts(
            life,
            { type, id: 'x', on, amount },
            { type: 'reversal', target: 'x', on: life.asOf },
          );
          expect(answered(reversed), shown(reversed)).toEqual(answer);
        },
      ),
      RUNS,
    );
  });

  test('that come later do not change how money was split', () => {
    forEveryLife((life) => {
      // What is decided about due dates counts from the beginning, whatever its day.
      const dates = new Set(['extension', 'instalment-adjustment']);
      const facts = life.facts.filter(
        ({ type, on }) => type !== 'reversal' && !(dates.has(type) && (on ?? 0) > life.asOf),
      );
      const last = Math.max(...facts.map(({ on }) => on ?? 0), life.asOf);
      const later = answered({ ...life, facts, asOf: last }).transactions;
      const then = answered({ ...life, facts }).transactions;
      expect(later.slice(0, then.length)).toEqual(then);
    });
  });
});

describe('an answer', () => {
  test('is the same when it is asked again, and leaves what it was given as it was', () => {
    forEveryLife((life, answer) => {
      const stored = structuredClone({ life, answer });
      expect(answered(life)).toEqual(stored.answer);
      expect(life).toEqual(stored.life);
    });
  });
});

describe('the payoff', () => {
  const isOpen = ({ position }: Answer): boolean =>
    !['none', 'settled', 'written-off'].includes(position.class);

  test('closes the loan at exactly zero, one đồng less does not', () => {
    forEveryLife((life, answer) => {
      const { payoff } = answer;
      if (!isOpen(answer) || payoff.total < 2) return;
      expect(payoff.total).toBe(payoff.principal + payoff.interest);
      // The last id of the day, so that it is the last payment of the day.
      const paid = (amount: number): Answer =>
        answered(withFacts(life, { type: 'payment', id: 'zz', on: life.asOf, amount }));
      const closed = paid(payoff.total);
      expect([closed.position.class, closed.position.principalOutstanding, closed.payoff.total]).toEqual([
        'settled',
        0,
        0,
      ]);
      expect(closed.position.excess).toBe(answer.position.excess);
      const open = paid(payoff.total - 1);
      expect(isOpen(open)).toBe(true);
      expect(open.payoff.total).toBe(1);
    });
  });
});

describe('no interest is created', () => {
  /**
   * Without money the interest of two calendars is comparable night by night, unless what parts a stretch of them in
   * two makes two roundings of one.
   */
  const unpaid = (life: LifeOfLoan): LifeOfLoan => ({
    ...life,
    terms: { ...life.terms, interestRounding: 'per-row' },
    knownOn: null,
    facts: life.facts.filter(({ type }) => type === 'disbursement' || type === 'rate-change'),
  });

  test('by a pause', () => {
    fc.assert(
      fc.property(lifeOfLoan, fc.nat(400), fc.nat(60), (life, after, days) => {
        const plain = answered(unpaid(life));
        const from = (plain.instalments[0]?.from ?? life.asOf) + after;
        const paused = answered(withFacts(unpaid(life), { type: 'interest-pause', from, to: from + days }));
        // With level instalments less interest repays principal sooner by the schedule; what is left can only shrink.
        expect(allInterest(paused), shown(life)).toBeLessThanOrEqual(allInterest(plain));
      }),
      RUNS,
    );
  });

  test('by moving a due date: a later day asks no more than the nights that pass', () => {
    fc.assert(
      fc.property(lifeOfLoan, fc.nat(50), fc.nat(60), (drawn, which, days) => {
        // One rate for all debt: a moved date changes when principal is overdue, which is no interest created. Nor
        // is it where the length of a year or month is told by the row, which a moved date can make another.
        const { dayCount } = drawn.terms;
        const isByRow = ['actual/365-leap', 'actual/actual-start', '30/360-moved'].includes(dayCount);
        const life = unpaid({
          ...drawn,
          terms: {
            ...drawn.terms,
            dayCount: isByRow ? 'actual/actual' : dayCount,
            interestMethod: 'declining-balance',
            interestRunsOn: 'actual-balance',
            overduePrincipalAccrues: true,
            overdueRateFactor: 1_000_000n as LifeOfLoan['terms']['overdueRateFactor'],
          },
        });
        const plain = answered(life);
        const row = plain.instalments[which % Math.max(1, plain.instalments.length - 1)];
        const next = row === undefined ? undefined : plain.instalments[row.n];
        if (row === undefined || next === undefined) return;
        const to = Math.min(row.due + days, next.due);
        const moved = answered(withFacts(life, { type: 'due-date-move', from: row.due, to }));
        // Each row is rounded once.
        expect(allInterest(moved), shown(life)).toBeLessThanOrEqual(
          allInterest(plain) + plain.instalments.length,
        );
      }),
      RUNS,
    );
  });
});
