import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { accrue, payInterest } from './interest.ts';
import type { Book, Loan, LoanFile, LoanIn } from './loan.ts';
import type { Applied, Frozen, LoanFact, Repaid } from './loan-facts.ts';
import { assertMove } from './loan-transitions.ts';

/**
 * The loan after one more fact. A fact that does not fit the status is refused here too, so a history that
 * could not have happened does not fold. Throws `loan-status-not-allowed` (409).
 */
export function applyFact(loan: Loan | null, fact: LoanFact): Loan {
  if (fact.kind === 'applied') return open(fact);
  if (loan === null) throw new TypeError(`${fact.kind} before the request`);
  const next = { version: loan.version + 1, lastFactOn: fact.on };
  const acted = { ...next, actors: withActor(loan.actors, fact.by) };
  switch (fact.kind) {
    case 'listed':
      assertMove(loan, 'list');
      return { ...loan, ...acted, status: 'listed', listId: fact.listId };
    case 'confirmed':
      assertMove(loan, 'confirm');
      return { ...loan, ...acted, status: 'confirmed' };
    case 'refused':
      assertMove(loan, 'refuse');
      return { ...loan, ...acted, status: 'refused-by-commune', reason: fact.reason };
    case 'screened':
      assertMove(loan, fact.eligible ? 'qualify' : 'disqualify');
      return {
        ...loan,
        ...next,
        status: fact.eligible ? 'eligible' : 'ineligible',
        capitalKinds: fact.capitalKinds,
      };
    case 'approved':
      assertMove(loan, 'approve');
      return {
        ...loan,
        ...next,
        status: 'approved',
        terms: { ...fact.terms, approvedBy: fact.by },
        requestNumber: 1,
      };
    case 'rejected':
      assertMove(loan, 'reject');
      return { ...loan, ...next, status: 'rejected', reason: fact.reason };
    case 'capital-requested': {
      assertMove(loan, 'requestCapital');
      const { listId, capitalKinds, requestNumber } = loan;
      const terms = { ...loan.terms, sourceId: fact.sourceId };
      const request = { listId, capitalKinds, terms, requestNumber: requestNumber + 1 };
      return { ...fileOf(loan), ...next, status: 'approved', ...request };
    }
    case 'capital-reserved':
      assertMove(loan, 'reserve');
      return { ...loan, ...next, status: 'reserved' };
    case 'capital-declined':
      assertMove(loan, 'decline');
      return { ...loan, ...next, status: 'awaiting-capital', missing: fact.missing };
    case 'cancelled': {
      assertMove(loan, 'cancel');
      const listId = 'listId' in loan ? loan.listId : null;
      return { ...fileOf(loan), ...next, status: 'cancelled', listId, reason: fact.reason };
    }
    case 'disbursed': {
      assertMove(loan, 'disburse');
      const { listId, terms } = loan;
      return {
        ...fileOf(loan),
        ...next,
        actors: [],
        status: 'active',
        listId,
        terms,
        book: openBook(loan, fact),
      };
    }
    case 'repaid':
      assertMove(loan, 'repay');
      return repaid(loan, fact, next);
    case 'frozen':
      assertMove(loan, 'freeze');
      return { ...loan, ...next, book: frozen(loan, fact) };
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

function openBook(loan: LoanIn<'reserved'>, fact: LoanFact): Book {
  return {
    disbursedOn: fact.on,
    accruedTo: fact.on,
    outstanding: loan.terms.amount,
    interestPaid: ZERO_VND,
    inTermInterest: 0n,
    overdueInterest: 0n,
    freeze: null,
  };
}

function repaid(loan: LoanIn<'active'>, fact: Repaid, next: Pick<LoanFile, 'version' | 'lastFactOn'>): Loan {
  const paid = payInterest(accrue(loan, fact.on), fact.interest);
  const outstanding = (paid.outstanding - fact.principal) as Vnd;
  if (outstanding < 0n) throw new RangeError(`${loan.loanId} would be repaid beyond its principal`);
  const book = { ...paid, outstanding };
  return outstanding === 0n ? { ...loan, ...next, status: 'settled', book } : { ...loan, ...next, book };
}

function frozen(loan: LoanIn<'active'>, fact: Frozen): Book {
  const freeze = { from: fact.on, until: fact.until, decisionNumber: fact.decision.number };
  return { ...accrue(loan, fact.on), freeze };
}
