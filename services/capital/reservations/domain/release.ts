import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { LeafId } from '#capital/ledger/domain/leaf.ts';
import { RESERVATION_ERRORS } from '#shared/contracts/capital/reservations/errors.ts';
import { CAPITAL_PARKING_REASONS } from '#shared/contracts/capital/reservations/parking-reasons.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { isMovable } from './loan-capital-transitions.ts';
import { identityOf } from './loan-capital.ts';
import type { CancelledLoan, LoanCapital, ReleasedLoan, ReservedLoan, WaitingLoan } from './loan-capital.ts';

const refuse = errorsOf(CAPITAL_PARKING_REASONS);

const refuseRelease = errorsOf(RESERVATION_ERRORS);

export interface Cancellation {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly effectiveOn: string;
}

export type CancellationOutcome =
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'noted'; readonly loan: CancelledLoan }
  | { readonly kind: 'left'; readonly loan: CancelledLoan; readonly waited: WaitingLoan }
  | {
      readonly kind: 'released';
      readonly loan: CancelledLoan;
      readonly place: LeafId;
      readonly amount: Vnd;
      readonly postings: readonly Posting[];
    };

/**
 * Releases what is reserved, or takes the loan out of its queue. A cancellation that overtakes its request is noted,
 * so that the request finds it. Throws `cancellation-after-disbursement`.
 */
export function cancelRequest(loan: LoanCapital | null, cancellation: Cancellation): CancellationOutcome {
  const { loanId, effectiveOn } = cancellation;
  // A known loan keeps its own place, whatever the cancellation says.
  const { householdId, programmeId, communeId } = loan ?? cancellation;
  const cancelled: CancelledLoan = {
    loanId,
    householdId,
    programmeId,
    communeId,
    sourceId: loan?.sourceId ?? null,
    version: (loan?.version ?? 0) + 1,
    requestNumber: loan?.requestNumber ?? 0,
    status: 'cancelled',
    endedOn: effectiveOn,
  };
  if (loan === null) return { kind: 'noted', loan: cancelled };
  if (loan.status === 'cancelled') return { kind: 'passed-over' };
  if (!isMovable(loan, 'cancel')) throw refuse('cancellation-after-disbursement', { loanId });
  switch (loan.status) {
    case 'declined':
    case 'released':
      return { kind: 'noted', loan: cancelled };
    case 'waiting':
      return { kind: 'left', loan: cancelled, waited: loan };
    case 'reserved':
      return {
        kind: 'released',
        loan: cancelled,
        place: { sourceId: loan.sourceId, programmeId, communeId },
        amount: loan.reserved,
        postings: [{ debit: 'cash-available', credit: 'cash-reserved', amount: loan.reserved }],
      };
  }
}

/** Throws `reservation-not-held` (409). */
export function heldReservation(loan: LoanCapital): ReservedLoan {
  if (!isMovable(loan, 'release')) throw refuseRelease('reservation-not-held', { status: loan.status });
  return loan;
}

/** Gives back what is reserved while the loan lives on. */
export function releaseReservation(
  loan: ReservedLoan,
  on: string,
): { readonly loan: ReleasedLoan; readonly postings: readonly Posting[] } {
  return {
    loan: { ...identityOf(loan), status: 'released', version: loan.version + 1, amount: loan.reserved, on },
    postings: [{ debit: 'cash-available', credit: 'cash-reserved', amount: loan.reserved }],
  };
}
