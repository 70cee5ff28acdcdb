import type { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { accountOf, openAccount } from './loan-account.ts';
import type { Changed, LoanFact, Repaid, RunningFact, WrittenOff } from './loan-facts.ts';
import { begun, filed, fileOf } from './loan-file.ts';
import { movable } from './loan-transitions.ts';
import type { Loan, LoanIn, RunningLoan } from './loan.ts';
import { NO_MARKS } from './repayment-marks.ts';
import { change, freeze, shownBy, receive, writeOff } from './running-loan.ts';
import type { Running } from './running-loan.ts';

/** A loan with the engine's account of it, once it was opened. */
export interface Folded {
  readonly loan: Loan;
  readonly account: LoanAccount | null;
}

/** The loan its facts make, in the order they were recorded, or null when there are none. */
export function foldHistory(facts: readonly LoanFact[]): Folded | null {
  let folded: Folded | null = null;
  for (const fact of facts.toSorted(byRecording)) folded = follow(folded, fact);
  return folded;
}

/** The loan alone. */
export function foldFacts(facts: readonly LoanFact[]): Loan | null {
  return foldHistory(facts)?.loan ?? null;
}

/** Facts come by the day they count for; one that was recorded late was not known before. */
function byRecording(a: LoanFact, b: LoanFact): number {
  const [first, second] = [a.recordedAt ?? '', b.recordedAt ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The loan after one more fact, from what its head keeps. */
export function applyFact(loan: Loan | null, fact: LoanFact): Loan {
  return follow(loan && { loan, account: null }, fact).loan;
}

/**
 * The loan after one more fact, its account gone on with it. A fact that does not fit the status is refused here
 * too, so a history that could not have happened does not fold. Throws `loan-status-not-allowed`, `loan-settled` or
 * `loan-written-off` (409).
 */
export function follow(folded: Folded | null, fact: LoanFact): Folded {
  const before = folded?.loan ?? null;
  switch (fact.kind) {
    case 'disbursed':
      return disbursed(movable(begun(before, fact), 'disburse'), fact);
    case 'repaid':
    case 'frozen':
    case 'written-off':
    case 'changed':
      return run(begun(before, fact), folded?.account ?? null, fact);
    default:
      return { loan: filed(before, fact), account: null };
  }
}

/** Money is handed out: the loan runs from its day, by the account opened for it. */
export function disbursed(
  loan: LoanIn<'reserved'>,
  { on }: Pick<LoanFact, 'on'>,
  account: LoanAccount = openAccount(loan.terms, on),
): { readonly loan: LoanIn<'active'>; readonly account: LoanAccount } {
  const { listId, terms, version } = loan;
  const book = {
    disbursedOn: on,
    freeze: null,
    decisions: [],
    repaymentMarks: NO_MARKS,
    state: account.state(),
  };
  const file = { ...fileOf(loan), version: version + 1, lastFactOn: on, actors: [] };
  const loanThen = { ...file, status: 'active', listId, terms, book, ...shownBy(account) } as const;
  return { loan: loanThen, account };
}

function run(loan: Loan, opened: LoanAccount | null, fact: RunningFact): Folded {
  const go = <L extends RunningLoan>(running: L, by: (running: Running<L>) => RunningLoan): Folded => {
    const account = opened ?? accountOf(running);
    return { loan: by({ loan: running, account }), account };
  };
  switch (fact.kind) {
    case 'repaid':
      return go(movable(loan, 'repay'), (running) => repaid(running, fact));
    case 'frozen':
      return go(movable(loan, 'freeze'), (running) => freeze(running, fact));
    case 'written-off':
      return go(movable(loan, 'writeOff'), (running) => writtenOff(running, fact));
    case 'changed':
      return go(movable(loan, verbOf(loan, fact)), (running) => change(running, fact));
  }
}

/** A written-off debt is only recovered, or a recovery reversed. */
function verbOf({ status }: Loan, { change: { type } }: Changed): 'change' | 'recover' {
  const isRecovered = type === 'recovery' || (type === 'reversal' && status === 'written-off');
  return isRecovered ? 'recover' : 'change';
}

/** The engine splits the money again: a history in which it was split otherwise could not have happened. */
function repaid(running: Running<LoanIn<'active'>>, fact: Repaid): RunningLoan {
  const { principal, interest } = fact;
  const { split, loan } = receive(running, { ...fact, amount: vnd(principal + interest) });
  if (split.principal !== principal || split.interest !== interest) {
    throw new RangeError(`${fact.repaymentId} of ${loan.loanId} does not split as recorded`);
  }
  return loan;
}

function writtenOff(running: Running<LoanIn<'active'>>, fact: WrittenOff): RunningLoan {
  const { owed, loan } = writeOff(running, fact);
  if (owed.principal !== fact.principal || owed.interest !== fact.interest) {
    throw new RangeError(`${loan.loanId} does not owe what is written off`);
  }
  return loan;
}
