import { pay } from '#lending/engine/domain/life/allocation.ts';
import { stateOf } from '#lending/engine/domain/life/ledger-state.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Applied, Frozen, LoanFact, Repaid, WrittenOff } from './loan-facts.ts';
import { ledgerOn, openLedger } from './loan-ledger.ts';
import { movable } from './loan-transitions.ts';
import type { Book, Loan, LoanFile, LoanIn, Terms } from './loan.ts';
import { NO_MARKS, withMark } from './repayment-marks.ts';
import { owedOn } from './write-off.ts';

/**
 * The loan after one more fact. A fact that does not fit the status is refused here too, so a history that
 * could not have happened does not fold. Throws `loan-status-not-allowed`, `loan-settled` or `loan-written-off` (409).
 */
export function applyFact(loan: Loan | null, fact: LoanFact): Loan {
  if (fact.kind === 'applied') return open(fact);
  if (loan === null) throw new TypeError(`${fact.kind} before the request`);
  const next = { version: loan.version + 1, lastFactOn: fact.on };
  const acted = { ...next, actors: withActor(loan.actors, fact.by) };
  switch (fact.kind) {
    case 'listed':
      return { ...movable(loan, 'list'), ...acted, status: 'listed', listId: fact.listId };
    case 'confirmed':
      return { ...movable(loan, 'confirm'), ...acted, status: 'confirmed' };
    case 'refused':
      return { ...movable(loan, 'refuse'), ...acted, status: 'refused-by-commune', reason: fact.reason };
    case 'screened': {
      const confirmed = movable(loan, fact.eligible ? 'qualify' : 'disqualify');
      const status = fact.eligible ? 'eligible' : 'ineligible';
      return { ...confirmed, ...next, status, capitalKinds: fact.capitalKinds };
    }
    case 'approved': {
      const terms = { ...fact.terms, approvedBy: fact.by };
      return {
        ...movable(loan, 'approve'),
        ...next,
        status: 'approved',
        terms,
        requestNumber: 1,
        capitalVersion: 0,
      };
    }
    case 'rejected':
      return { ...movable(loan, 'reject'), ...next, status: 'rejected', reason: fact.reason };
    case 'capital-requested': {
      const {
        listId,
        capitalKinds,
        requestNumber,
        capitalVersion,
        terms: declined,
      } = movable(loan, 'requestCapital');
      const terms = { ...declined, sourceId: fact.sourceId };
      const request = { listId, capitalKinds, terms, requestNumber: requestNumber + 1, capitalVersion };
      return { ...fileOf(loan), ...next, status: 'approved', ...request };
    }
    case 'capital-reserved':
      return { ...answered(movable(loan, 'reserve'), fact), ...next, status: 'reserved' };
    case 'capital-declined': {
      const declined = answered(movable(loan, 'decline'), fact);
      return { ...declined, ...next, status: 'awaiting-capital', missing: fact.missing };
    }
    case 'capital-released': {
      const released = answered(movable(loan, 'release'), fact);
      return { ...released, ...next, status: 'awaiting-capital', missing: ZERO_VND };
    }
    case 'cancelled': {
      const given = movable(loan, 'cancel');
      const listId = 'listId' in given ? given.listId : null;
      return { ...fileOf(loan), ...next, status: 'cancelled', listId, reason: fact.reason };
    }
    case 'disbursed': {
      const { listId, terms } = movable(loan, 'disburse');
      const running = { listId, terms, book: openBook(terms, fact) };
      return { ...fileOf(loan), ...next, actors: [], status: 'active', ...running };
    }
    case 'repaid':
      return repaid(movable(loan, 'repay'), fact, next);
    case 'frozen': {
      const active = movable(loan, 'freeze');
      return { ...active, ...next, book: frozen(active, fact) };
    }
    case 'written-off':
      return writtenOff(movable(loan, 'writeOff'), fact, next);
  }
}

/** The loan its facts make, or null when there are none. */
export function foldFacts(facts: Iterable<LoanFact>): Loan | null {
  let loan: Loan | null = null;
  for (const fact of facts) loan = applyFact(loan, fact);
  return loan;
}

function open(fact: Applied): LoanIn<'applied'> {
  const { loanId, householdId, personId, programmeId, communeId, groupId, organisationId, purpose } = fact;
  return {
    ...{ loanId, householdId, personId, programmeId, communeId, groupId, organisationId, purpose },
    status: 'applied',
    requestedAmount: fact.amount,
    requestedTermMonths: fact.termMonths,
    appliedOn: fact.on,
    version: 1,
    lastFactOn: fact.on,
    actors: [fact.by],
  };
}

/** An approved loan without what was missing before. */
function answered(
  loan: LoanIn<'approved' | 'reserved' | 'awaiting-capital'>,
  { capitalVersion }: { readonly capitalVersion: number },
) {
  const { listId, capitalKinds, terms, requestNumber } = loan;
  return { ...fileOf(loan), listId, capitalKinds, terms, requestNumber, capitalVersion };
}

function withActor(actors: readonly string[], actor: string): readonly string[] {
  return actors.includes(actor) ? actors : [...actors, actor];
}

function fileOf(loan: Loan): LoanFile {
  const { loanId, householdId, personId, programmeId, communeId, groupId, organisationId } = loan;
  const { requestedAmount, requestedTermMonths, purpose, appliedOn, version, lastFactOn, actors } = loan;
  return {
    ...{ loanId, householdId, personId, programmeId, communeId, groupId, organisationId },
    ...{ requestedAmount, requestedTermMonths, purpose, appliedOn, version, lastFactOn, actors },
  };
}

function openBook(terms: Terms, fact: LoanFact): Book {
  const state = stateOf(openLedger(terms, fact.on));
  return { disbursedOn: fact.on, interestPaid: ZERO_VND, freeze: null, repaymentMarks: NO_MARKS, state };
}

/** The engine splits the money again: a history in which it was split otherwise could not have happened. */
function repaid(loan: LoanIn<'active'>, fact: Repaid, next: Pick<LoanFile, 'version' | 'lastFactOn'>): Loan {
  const ledger = ledgerOn(loan, fact.on);
  const { principal, interest, overdueInterest } = pay(ledger, Number(fact.principal + fact.interest));
  if (vnd(principal) !== fact.principal || vnd(interest + overdueInterest) !== fact.interest) {
    throw new RangeError(`${fact.repaymentId} of ${loan.loanId} does not split as recorded`);
  }
  const interestPaid = (loan.book.interestPaid + fact.interest) as Vnd;
  const repaymentMarks = withMark(loan.book.repaymentMarks, fact.repaymentId);
  const book = { ...loan.book, interestPaid, repaymentMarks, state: stateOf(ledger) };
  return { ...loan, ...next, status: ledger.isClosed ? 'settled' : 'active', book };
}

function frozen(loan: LoanIn<'active'>, fact: Frozen): Book {
  const freeze = { from: fact.on, until: fact.until, decisionNumber: fact.decision.number };
  return { ...loan.book, freeze, state: stateOf(ledgerOn(loan, fact.on)) };
}

function writtenOff(
  loan: LoanIn<'active'>,
  fact: WrittenOff,
  next: Pick<LoanFile, 'version' | 'lastFactOn'>,
): LoanIn<'written-off'> {
  const { on, principal, interest, decision } = fact;
  const owed = owedOn(loan, on);
  if (owed.principal !== principal || owed.interest !== interest) {
    throw new RangeError(`${loan.loanId} does not owe what is written off`);
  }
  const book = { ...loan.book, state: stateOf(ledgerOn(loan, on)) };
  const writeOff = { on, principal, interest, decisionNumber: decision.number };
  return { ...loan, ...next, status: 'written-off', book, writtenOff: writeOff };
}
