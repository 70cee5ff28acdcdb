import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Applied, LoanFact, RunningFact } from './loan-facts.ts';
import { movable } from './loan-transitions.ts';
import type { Loan, LoanFile, LoanIn } from './loan.ts';

/** What happens to a loan before any money is handed out. */
export type FileFact = Exclude<LoanFact, RunningFact | { readonly kind: 'disbursed' }>;

/** The loan after one more fact of its file. Throws `loan-status-not-allowed` (409). */
export function filed(before: Loan | null, fact: FileFact): Loan {
  if (fact.kind === 'applied') return open(fact);
  const loan = begun(before, fact);
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
      const { missing, decline } = fact;
      return { ...declined, ...next, status: 'awaiting-capital', missing, decline };
    }
    case 'capital-released': {
      const released = answered(movable(loan, 'release'), fact);
      return { ...released, ...next, status: 'awaiting-capital', missing: ZERO_VND, decline: null };
    }
    case 'cancelled': {
      const given = movable(loan, 'cancel');
      const listId = 'listId' in given ? given.listId : null;
      return { ...fileOf(loan), ...next, status: 'cancelled', listId, reason: fact.reason };
    }
  }
}

/** A history begins with the request. */
export function begun(loan: Loan | null, fact: LoanFact): Loan {
  if (loan === null) throw new TypeError(`${fact.kind} before the request`);
  return loan;
}

function open({ kind, on, by, recordedAt, amount, termMonths, ...requested }: Applied): LoanIn<'applied'> {
  return {
    ...requested,
    status: kind,
    requestedAmount: amount,
    requestedTermMonths: termMonths,
    appliedOn: on,
    version: 1,
    lastFactOn: on,
    actors: [by],
  };
}

/** An approved loan without what was missing before, and why. */
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

type NamesIn<T> = T extends unknown ? keyof T : never;

/** What stages add to the file; the compiler holds the list against them. */
const EARNED: Readonly<Record<Exclude<NamesIn<Loan>, keyof LoanFile>, true>> = {
  status: true,
  listId: true,
  reason: true,
  capitalKinds: true,
  terms: true,
  requestNumber: true,
  capitalVersion: true,
  missing: true,
  decline: true,
  book: true,
  maturityOn: true,
  nextDueOn: true,
  writtenOff: true,
};

export function fileOf(loan: Loan): LoanFile {
  return Object.fromEntries(
    Object.entries(loan).filter(([name]) => !(name in EARNED)),
  ) as unknown as LoanFile;
}
