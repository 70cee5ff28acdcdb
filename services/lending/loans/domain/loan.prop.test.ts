import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { addDays, dayNumber } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { anyActs, anyDisbursal, anyTerms, play } from '#test/support/loan-lives.ts';
import type { LoanFact } from './loan-facts.ts';
import { applyFact } from './loan-fold.ts';
import { accountOf, openAccount } from './loan-account.ts';
import { engineTerms } from './loan-terms.ts';
import { isRunning } from './loan.ts';
import { positionOn, scheduleOn } from './position.ts';
import { repay } from './repayment.ts';
import { instalmentsOf } from './schedule.ts';

/** What the engine hears of a fact of the loan. */
function engineFacts(fact: LoanFact): Fact[] {
  const on = dayNumber(fact.on);
  if (fact.kind === 'frozen') return [{ type: 'freeze', on, until: dayNumber(fact.until) }];
  return fact.kind === 'repaid'
    ? [{ type: 'payment', id: fact.repaymentId, on, amount: Number(fact.principal + fact.interest) }]
    : [];
}

describe('for any loan', () => {
  test.prop([anyTerms, anyDisbursal])('instalments sum to the principal and end at maturity', (terms, on) => {
    const rows = instalmentsOf(openAccount({ ...terms, approvedBy: 'd' }, on));
    expect(rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(terms.amount);
    expect(rows.map((row) => row.dueOn)).toEqual(rows.map((row) => row.dueOn).toSorted());
    expect(rows.every((row) => row.principal >= 0n)).toBe(true);
  });

  test.prop([anyTerms, anyDisbursal, anyActs])(
    'disbursed = repaid + outstanding, in total and by instalment',
    (terms, on, acts) => {
      const { facts, loan, day } = play(terms, on, acts);
      if (!loan || !isRunning(loan)) throw new Error('not running');
      const repaid = facts.reduce((sum, fact) => sum + (fact.kind === 'repaid' ? fact.principal : 0n), 0n);
      const interest = facts.reduce((sum, fact) => sum + (fact.kind === 'repaid' ? fact.interest : 0n), 0n);
      const position = positionOn(loan, day);
      expect(repaid + position.outstanding).toBe(terms.amount);
      expect(position.interestPaid).toBe(interest);
      const rows = scheduleOn(loan, day);
      expect(rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(terms.amount);
      expect(rows.reduce((sum, row) => sum + row.paid, 0n)).toBe(repaid);
      for (const row of rows) expect(row.paid).toBeLessThanOrEqual(row.principal);
      expect(position.overduePrincipal).toBeGreaterThanOrEqual(0n);
      expect(position.overduePrincipal).toBeLessThanOrEqual(position.outstanding);
    },
  );

  test.prop([anyTerms, anyDisbursal, anyActs, fc.integer({ min: 0, max: 2000 })])(
    'paying the payoff of any day closes it at exactly zero',
    (terms, on, acts, wait) => {
      const { loan, day } = play(terms, on, acts);
      if (loan?.status !== 'active') return;
      const last = addDays(day, wait);
      const { payoff } = positionOn(loan, last);
      const receipt = { on: last, by: 'o', repaymentId: 'rep-x', method: 'cash', amount: payoff } as const;
      const { fact, after: closed } = repay(loan, receipt);
      expect(applyFact(loan, fact)).toEqual(closed);
      expect(closed.status).toBe('settled');
      if (closed.status !== 'settled') return;
      expect(positionOn(closed, addDays(last, 500))).toMatchObject({
        payoff: 0n,
        interestDue: 0n,
        class: 'settled',
      });
    },
  );

  test.prop([anyTerms, anyDisbursal, anyActs])(
    'a đồng more than the payoff is refused',
    (terms, on, acts) => {
      const { loan, day } = play(terms, on, acts);
      if (loan?.status !== 'active') return;
      const { payoff } = positionOn(loan, day);
      const amount = (payoff + 1n) as Vnd;
      const receipt = { on: day, by: 'o', repaymentId: 'rep-x', method: 'cash', amount } as const;
      expect(() => repay(loan, receipt)).toThrow('amount-over-payoff');
    },
  );

  test.prop([anyTerms, anyDisbursal, anyActs, fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 })])(
    'the stored state goes on to the same position from any day on the way',
    (terms, on, acts, stops) => {
      const { loan, day } = play(terms, on, acts);
      if (!loan || !isRunning(loan)) throw new Error('not running');
      let [book, stop] = [loan.book, day];
      for (const days of stops) {
        stop = addDays(stop, days);
        const account = accountOf({ ...loan, book });
        account.moveTo(dayNumber(stop));
        book = { ...book, state: account.state() };
      }
      expect(positionOn({ ...loan, book }, stop)).toEqual(positionOn(loan, stop));
    },
  );

  test.prop([anyTerms, anyDisbursal, anyActs, fc.integer({ min: 0, max: 2000 })])(
    'the stored state says what the engine says of all its facts',
    (terms, on, acts, wait) => {
      const { facts, loan, day } = play(terms, on, acts);
      if (!loan || !isRunning(loan)) throw new Error('not running');
      const asOf = addDays(day, wait);
      const disbursement: Fact = { type: 'disbursement', on: dayNumber(on), amount: Number(terms.amount) };
      const whole = LoanAccount.open(engineTerms(loan.terms, on), [
        disbursement,
        ...facts.flatMap(engineFacts),
      ]);
      const { position, payoff } = whole.answer(dayNumber(asOf));
      expect(positionOn(loan, asOf)).toMatchObject({
        outstanding: vnd(position.principalOutstanding),
        overduePrincipal: vnd(position.principalOverdue),
        overdueInterestDue: vnd(position.overdueInterest),
        payoff: vnd(payoff.total),
        interestPaid: vnd(position.interestPaid + position.overdueInterestPaid),
        class: position.class,
        daysOverdue: position.class === 'settled' ? 0 : position.daysOverdue,
      });
    },
  );

  test.prop([anyTerms, anyDisbursal, anyActs])(
    'a loan that owes nothing is settled, and only then',
    (terms, on, acts) => {
      const { loan } = play(terms, on, acts);
      if (!loan || !isRunning(loan)) throw new Error('not running');
      expect(loan.status === 'settled').toBe(loan.book.state.outstanding === 0);
    },
  );
});
