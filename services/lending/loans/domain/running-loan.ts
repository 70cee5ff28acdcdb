import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { businessDayOfNumber, dayNumber, laterOf } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { freezeFact, nextDueOf } from './loan-account.ts';
import type { Change, Decision } from './changes.ts';
import type { Changed, Frozen, Repaid, WrittenOff } from './loan-facts.ts';
import type { Book, LoanIn, RunningLoan } from './loan.ts';
import { withMark } from './repayment-marks.ts';

/** A running loan with the engine's account of it, which stands on the day of its last fact. */
export interface Running<L extends RunningLoan = RunningLoan> {
  readonly loan: L;
  readonly account: LoanAccount;
}

/** How money was split by the engine, overdue interest told with the interest. */
export interface Split {
  readonly principal: Vnd;
  readonly interest: Vnd;
}

type Receipt = Pick<Repaid, 'on' | 'repaymentId' | 'recordedAt'> & { readonly amount: Vnd };

/** Money received is split by the engine, and the loan is settled when nothing is owed any more. */
export function receive(
  { loan, account }: Running<LoanIn<'active'>>,
  { on, repaymentId, recordedAt, amount }: Receipt,
): { readonly split: Split; readonly loan: RunningLoan } {
  const fact: Fact = {
    type: 'payment',
    id: repaymentId,
    on: dayNumber(on),
    amount: Number(amount),
    recordedAt,
  };
  const applied = account.record(fact) ?? NOTHING;
  const split = {
    principal: vnd(applied.principal),
    interest: vnd(applied.interest + applied.overdueInterest),
  };
  const repaymentMarks = withMark(loan.book.repaymentMarks, repaymentId);
  return { split, loan: after(loan, account, on, { repaymentMarks }) };
}

const NOTHING = { principal: 0, interest: 0, overdueInterest: 0 };

export function freeze(
  { loan, account }: Running<LoanIn<'active'>>,
  { on, until, decision, recordedAt }: Frozen,
): RunningLoan {
  account.record({ ...freezeFact({ from: on, until }), recordedAt });
  return after(loan, account, on, { freeze: { from: on, until, decisionNumber: decision.number } });
}

/** All that is owed leaves the books. */
export function writeOff(
  { loan, account }: Running<LoanIn<'active'>>,
  { on, decision, recordedAt }: Pick<WrittenOff, 'on' | 'decision' | 'recordedAt'>,
): { readonly owed: Split; readonly loan: LoanIn<'written-off'> } {
  account.record({ type: 'write-off', on: dayNumber(on), recordedAt });
  const { writtenOff } = account.position();
  const owed = { principal: vnd(writtenOff.principal), interest: vnd(writtenOff.interest) };
  const given = { on, ...owed, decisionNumber: decision.number, recovered: null };
  const book = { ...loan.book, state: account.state() };
  return {
    owed,
    loan: { ...loan, ...next(loan, account, on), status: 'written-off', book, writtenOff: given },
  };
}

/** Any other fact the engine knows. One that changes what is past needs the account of the whole history. */
export function change({ loan, account }: Running, { on, change: fact, recordedAt }: Changed): RunningLoan {
  account.record({ ...fact, recordedAt });
  return after(loan, account, on, decided(loan.book, fact));
}

/** What of a change the book keeps: money is in the state, a freeze that ended is told by both its facts. */
function decided(book: Book, fact: Change): Partial<Book> {
  switch (fact.type) {
    case 'waiver':
    case 'recovery':
    case 'reversal':
    case 'transfer':
    case 'representative-change':
      return {};
    case 'freeze-end': {
      const { freeze: begun } = book;
      const began: Decision[] = begun === null ? [] : [freezeFact(begun)];
      const until = businessDayOfNumber(fact.on - 1);
      return {
        decisions: [...book.decisions, ...began, fact],
        freeze: begun && { ...begun, until },
      };
    }
    default:
      return { decisions: [...book.decisions, fact] };
  }
}

/** The loan as the account stands after a fact. */
function after(loan: RunningLoan, account: LoanAccount, on: BusinessDay, noted: Partial<Book>): RunningLoan {
  const book = { ...loan.book, ...noted, state: account.state() };
  const { class: debt, writtenOff, recovered } = account.position();
  if (loan.status === 'written-off') {
    const amount = vnd(recovered.principal + recovered.interest);
    const given = {
      ...loan.writtenOff,
      principal: vnd(writtenOff.principal),
      interest: vnd(writtenOff.interest),
      recovered: amount === 0n ? null : { on, amount },
    };
    return { ...loan, ...next(loan, account, on), book, writtenOff: given };
  }
  return { ...loan, ...next(loan, account, on), status: debt === 'settled' ? 'settled' : 'active', book };
}

function next(loan: RunningLoan, account: LoanAccount, on: BusinessDay) {
  return { version: loan.version + 1, lastFactOn: laterOf(loan.lastFactOn, on), ...shownBy(account) };
}

/** What the lists show of the account, so that they need no engine. */
export function shownBy(account: LoanAccount): Pick<RunningLoan, 'nextDueOn' | 'maturityOn'> {
  return {
    nextDueOn: nextDueOf(account)?.dueOn,
    maturityOn: businessDayOfNumber(account.position().maturity ?? account.day),
  };
}
