import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { engineTerms } from './loan-terms.ts';
import { isRunning } from './loan.ts';
import type { Book, Freeze, Loan, RunningLoan, Terms } from './loan.ts';

/** The engine's account of a loan just disbursed. */
export function openAccount(terms: Terms, disbursedOn: BusinessDay): LoanAccount {
  return LoanAccount.open(engineTerms(terms, disbursedOn), [lentAs(terms, disbursedOn)]);
}

/**
 * The engine's account of a running loan on the day of its last fact, gone on from its book. An act opens it once
 * and hands it to whoever asks.
 */
export function accountOf(loan: RunningLoan): LoanAccount {
  const { terms, book } = loan;
  const lent = lentAs(terms, book.disbursedOn);
  const facts = [lent, ...freezesOf(book), ...book.decisions];
  const account = LoanAccount.open(engineTerms(terms, book.disbursedOn), facts, book.state);
  if (loan.status !== 'written-off') return account;
  const { on, recovered } = loan.writtenOff;
  account.record({ type: 'write-off', on: dayNumber(on) });
  if (recovered) {
    const { on: day, amount } = recovered;
    account.record({ type: 'recovery', id: '', on: dayNumber(day), amount: Number(amount) });
  }
  account.moveTo(dayNumber(loan.lastFactOn));
  return account;
}

function lentAs(terms: Terms, disbursedOn: BusinessDay): Fact {
  return { type: 'disbursement', on: dayNumber(disbursedOn), amount: Number(terms.amount) };
}

/** The freeze of the book, unless the decisions tell how it ended. */
function freezesOf({ freeze, decisions }: Book): Fact[] {
  if (freeze === null) return [];
  const fact = freezeFact(freeze);
  return decisions.some(({ type, on }) => type === 'freeze' && on === fact.on) ? [] : [fact];
}

export function freezeFact({ from, until }: Pick<Freeze, 'from' | 'until'>) {
  return { type: 'freeze', on: dayNumber(from), until: dayNumber(until) } as const;
}

/** The oldest instalment that is not fully paid, as the account stands; null when nothing is owed. */
export function nextDueOf(account: LoanAccount) {
  if (account.position().class === 'written-off') return null;
  const open = account.principalRows().find(({ asked, paid }) => paid < asked);
  return open ? { dueOn: businessDayOfNumber(open.due), principal: open.asked - open.paid } : null;
}

/** Does the state of the loan tell its rows and who bears its interest, without its history? */
export function tellsRowsAlone(loan: Loan): boolean {
  if (!isRunning(loan)) return true;
  const { amortisation, interestRunsOn, supports } = engineTerms(loan.terms, loan.book.disbursedOn);
  return amortisation !== 'equal-instalment' && interestRunsOn === 'actual-balance' && supports.length === 0;
}
