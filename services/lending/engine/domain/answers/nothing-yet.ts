import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { MoneyFact } from '../facts/history.ts';
import type { Answer, Transaction } from './answer.ts';

/** The answer before the first disbursement: nothing is owed and money received is in excess. */
export function nothingYet(asOf: DayNumber, money: readonly MoneyFact[]): Answer {
  const transactions = money.flatMap((fact): Transaction[] => {
    if (!('id' in fact)) return [];
    const { type, id, on, amount } = fact;
    const nothing = { principal: 0, interest: 0, overdueInterest: 0, balanceAfter: 0 };
    return [{ type, id, on, amount, ...nothing, excess: amount }];
  });
  return {
    asOf,
    instalments: [],
    transactions,
    position: {
      principalDisbursed: 0,
      principalPaid: 0,
      principalOutstanding: 0,
      principalDue: 0,
      principalOverdue: 0,
      interestAccrued: 0,
      interestDue: 0,
      interestInGrace: 0,
      overdueInterest: 0,
      interestPaid: 0,
      overdueInterestPaid: 0,
      interestWaived: 0,
      interestSupported: [],
      excess: transactions.reduce((total, { excess }) => total + excess, 0),
      writtenOff: { principal: 0, interest: 0 },
      recovered: { principal: 0, interest: 0 },
      class: 'none',
      classSince: null,
      daysOverdue: 0,
      maturity: null,
      nextDue: null,
    },
    payoff: { on: asOf, principal: 0, interest: 0, total: 0 },
    derivation: [],
  };
}
