import { CAPITAL_PARKING_REASONS } from '#shared/contracts/capital/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from './accounts.ts';
import { postToLeaf } from './leaf.ts';
import type { Leaf, LeafId } from './leaf.ts';
import type { CancelledLoan, DeclinedLoan, LoanCapital, ReservedLoan } from './loan-capital.ts';
import type { CapitalKind } from './source.ts';

const refuse = errorsOf(CAPITAL_PARKING_REASONS);

export interface CapitalRequest extends LeafId {
  readonly loanId: string;
  readonly householdId: string;
  readonly amount: Vnd;
  readonly capitalKinds: readonly CapitalKind[];
  readonly requestNumber: number;
}

export type DeclineReason = 'quota-exceeded' | 'no-quota' | 'source-unknown' | 'capital-kind-not-allowed';

export type RequestOutcome =
  | { readonly kind: 'passed-over' }
  | {
      readonly kind: 'declined';
      readonly loan: DeclinedLoan;
      readonly reason: DeclineReason;
      readonly missing: Vnd;
    }
  | {
      readonly kind: 'reserved';
      readonly loan: ReservedLoan;
      readonly leaf: Leaf;
      readonly postings: readonly Posting[];
    };

/**
 * Reserves the amount on the leaf, or says why not. A request that was answered already, or whose loan is
 * cancelled, is passed over. Throws `capital-already-reserved` when the loan holds capital.
 */
export function answerRequest(
  loan: LoanCapital | null,
  source: { readonly kind: CapitalKind } | null,
  leaf: Leaf | null,
  request: CapitalRequest,
): RequestOutcome {
  if (loan?.status === 'cancelled') return { kind: 'passed-over' };
  if (loan && request.requestNumber <= loan.requestNumber) return { kind: 'passed-over' };
  if (loan && loan.status !== 'declined') throw refuse('capital-already-reserved', { loanId: loan.loanId });
  const held = {
    sourceId: request.sourceId,
    programmeId: request.programmeId,
    communeId: request.communeId,
    loanId: request.loanId,
    householdId: request.householdId,
    version: (loan?.version ?? 0) + 1,
    requestNumber: request.requestNumber,
  };
  const decline = (reason: DeclineReason, missing: Vnd): RequestOutcome => ({
    kind: 'declined',
    loan: { ...held, status: 'declined' },
    reason,
    missing,
  });
  if (!source) return decline('source-unknown', request.amount);
  if (!request.capitalKinds.includes(source.kind)) return decline('capital-kind-not-allowed', ZERO_VND);
  if (!leaf) return decline('no-quota', request.amount);
  const available = leaf.balances['cash-available'];
  if (available < request.amount) return decline('quota-exceeded', (request.amount - available) as Vnd);
  const postings: Posting[] = [{ debit: 'cash-reserved', credit: 'cash-available', amount: request.amount }];
  return {
    kind: 'reserved',
    loan: { ...held, status: 'reserved', reserved: request.amount },
    leaf: postToLeaf(leaf, postings),
    postings,
  };
}

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
  | {
      readonly kind: 'released';
      readonly loan: CancelledLoan;
      readonly place: LeafId;
      readonly amount: Vnd;
      readonly postings: readonly Posting[];
    };

/**
 * Releases what is reserved. A cancellation that overtakes its request is noted, so that the request finds it.
 * Throws `cancellation-after-disbursement`.
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
  switch (loan?.status) {
    case undefined:
    case 'declined':
      return { kind: 'noted', loan: cancelled };
    case 'cancelled':
      return { kind: 'passed-over' };
    case 'lent':
    case 'closed':
    case 'written-off':
      throw refuse('cancellation-after-disbursement', { loanId });
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
