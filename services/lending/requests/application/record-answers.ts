import { changeOf } from '#lending/loans/application/change-loan.ts';
import { reactionDay } from '#lending/loans/application/loan-for-act.ts';
import type { FileFact } from '#lending/loans/domain/loan-file.ts';
import type { Loan, LoanIn } from '#lending/loans/domain/loan.ts';
import type { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import type {
  CapitalDeclined,
  CapitalReserved,
  ReservationExpired,
  ReservationReleased,
} from '#shared/contracts/capital/reservations/events.ts';
import type { DataOf, EventOf } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { RequestStore } from './ports.ts';

/** What became of another service's answer to a loan. */
export type Outcome =
  | 'recorded'
  /** The loan has moved on and the answer changes nothing. */
  | 'ignored'
  /** Nothing here can ever use the answer: money may be held for a loan that will not take it. */
  | 'loan-unknown'
  | 'reservation-not-expected';

interface Reactor {
  readonly store: RequestStore;
  readonly by: string;
}

/**
 * The beneficiary service has decided on a confirmed loan.
 * 1. Read the loan; only a `confirmed` one waits for the decision.
 * 2. It becomes `eligible` with the kinds of capital that may fund it, or `ineligible`.
 */
export async function recordEligibility(
  reactor: Reactor,
  event: EventOf<typeof EligibilityDecided>,
): Promise<Outcome> {
  const loan = await reactor.store.readLoan(event.data.loanId);
  if (loan === null) return 'loan-unknown';
  if (loan.status !== 'confirmed') return ignore(reactor);
  const { eligible, capitalKinds } = event.data;
  return record(reactor, loan, { kind: 'screened', ...told(reactor, loan, event), eligible, capitalKinds });
}

/**
 * Capital holds the money for a loan.
 * 1. Read the loan; one that waits for the answer to its request, or in the queue after a decline, takes it.
 * 2. It becomes `reserved`. An answer that comes behind a later one, or to a request that was replaced, is old;
 *    a loan cancelled meanwhile needs none, because its cancellation releases the money. Any other reservation is
 *    money without a loan: it is reported, so that it is parked where a person sees it.
 */
export async function recordReservation(
  reactor: Reactor,
  event: EventOf<typeof CapitalReserved>,
): Promise<Outcome> {
  const loan = await reactor.store.readLoan(event.data.loanId);
  if (loan === null) return 'loan-unknown';
  if (loan.status === 'cancelled') return ignore(reactor);
  if (!isApproved(loan)) return 'reservation-not-expected';
  if (isOld(loan, event)) return ignore(reactor);
  if (loan.status === 'reserved') return 'reservation-not-expected';
  // The request that replaced the one answered makes capital give up what it holds for the earlier one.
  if (!isAsked(loan, event.data)) {
    return loan.requestNumber > 1 ? ignore(reactor) : 'reservation-not-expected';
  }
  return record(reactor, loan, { kind: 'capital-reserved', ...answered(reactor, loan, event) });
}

/**
 * Capital cannot fund a loan now.
 * 1. Read the loan; a decline matters only to an `approved` one that asked this very source.
 * 2. It becomes `awaiting-capital` with what is missing, and why.
 */
export async function recordDecline(
  reactor: Reactor,
  event: EventOf<typeof CapitalDeclined>,
): Promise<Outcome> {
  const loan = await reactor.store.readLoan(event.data.loanId);
  if (loan === null) return 'loan-unknown';
  if (loan.status !== 'approved' || loan.terms.sourceId !== event.data.sourceId || isOld(loan, event)) {
    return ignore(reactor);
  }
  const { reason, sourceKind } = event.data;
  const told = { missing: event.data.missing, decline: { reason, sourceKind } };
  return record(reactor, loan, { kind: 'capital-declined', ...answered(reactor, loan, event), ...told });
}

/**
 * A reservation expired, or capital released it.
 * 1. Read the loan; it matters to one not disbursed and not cancelled that asks this very source, also when the
 *    reservation itself was not heard of yet.
 * 2. It is `awaiting-capital` again, and capital can be requested again.
 */
export async function recordRelease(
  reactor: Reactor,
  event: EventOf<typeof ReservationReleased | typeof ReservationExpired>,
): Promise<Outcome> {
  const loan = await reactor.store.readLoan(event.data.loanId);
  if (loan === null) return 'loan-unknown';
  if (!isApproved(loan) || loan.terms.sourceId !== event.data.sourceId || isOld(loan, event)) {
    return ignore(reactor);
  }
  return record(reactor, loan, { kind: 'capital-released', ...answered(reactor, loan, event) });
}

type ApprovedLoan = LoanIn<'approved' | 'reserved' | 'awaiting-capital'>;

function isApproved(loan: Loan): loan is ApprovedLoan {
  return ['approved', 'reserved', 'awaiting-capital'].includes(loan.status);
}

function isOld(loan: ApprovedLoan, event: { readonly aggregateVersion: number }): boolean {
  return event.aggregateVersion <= loan.capitalVersion;
}

/** Does the answer fit the request that stands now, and not one before it? */
function isAsked({ terms }: ApprovedLoan, { sourceId, amount }: DataOf<typeof CapitalReserved>): boolean {
  return terms.sourceId === sourceId && terms.amount === amount;
}

function answered(
  reactor: Reactor,
  loan: Loan,
  event: { readonly effectiveOn: BusinessDay; readonly aggregateVersion: number },
) {
  return { ...told(reactor, loan, event), capitalVersion: event.aggregateVersion };
}

function told(reactor: Reactor, loan: Loan, event: { readonly effectiveOn: BusinessDay }) {
  return { on: reactionDay(loan, event.effectiveOn), by: reactor.by };
}

function record({ store }: Reactor, loan: Loan, fact: FileFact): Promise<Outcome> {
  return store.save({ loans: [changeOf(loan, fact)] }, 'recorded' as const);
}

/** The event is remembered as seen, so that a late repetition finds nothing to do either. */
function ignore({ store }: Reactor): Promise<Outcome> {
  return store.save({}, 'ignored' as const);
}
