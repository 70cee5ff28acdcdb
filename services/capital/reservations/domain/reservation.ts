import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import { CAPITAL_PARKING_REASONS } from '#shared/contracts/capital/reservations/parking-reasons.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { isMovable } from './loan-capital-transitions.ts';
import { identityOf } from './loan-capital.ts';
import type { DeclinedLoan, LoanCapital, ReservedLoan, WaitingLoan } from './loan-capital.ts';
import { joinQueue, leaveQueue, missingFor, serveFirst } from './waiting.ts';

const refuse = errorsOf(CAPITAL_PARKING_REASONS);

export interface CapitalRequest extends LeafId {
  readonly loanId: string;
  readonly householdId: string;
  readonly amount: Vnd;
  readonly capitalKinds: readonly CapitalKind[];
  readonly requestNumber: number;
  /** Instant of the approval or of the request after it. */
  readonly since: string;
}

/** When a reservation is made, and how long it then holds. */
export type Term = Pick<ReservedLoan, 'reservedOn' | 'expiry'>;

/** Without money the loan waits; for the other reasons it could wait for ever. */
export type WaitReason = 'quota-exceeded' | 'no-quota' | 'others-waiting';

export type DeclineReason = 'source-unknown' | 'capital-kind-not-allowed';

export type RequestOutcome =
  | { readonly kind: 'passed-over' }
  /** The loan holds what it asks for again; only the number of the request is new. */
  | { readonly kind: 'noted'; readonly loan: ReservedLoan }
  | {
      readonly kind: 'declined';
      readonly loan: DeclinedLoan;
      readonly reason: DeclineReason;
    }
  | {
      readonly kind: 'waiting';
      readonly loan: WaitingLoan;
      readonly leaf: Leaf;
      readonly reason: WaitReason;
      readonly missing: Vnd;
      readonly place: number;
    }
  | {
      readonly kind: 'reserved';
      readonly loan: ReservedLoan;
      readonly leaf: Leaf;
      readonly postings: readonly Posting[];
      /** Set when the loan waited until now. */
      readonly waited: WaitingLoan | null;
    };

/**
 * Reserves the amount on the leaf, lets the loan wait behind those that wait already, or declines it. A request
 * that was answered already, or whose loan is cancelled, is passed over. A loan that waits on the leaf keeps its
 * place. What it holds of another leaf is given back first (`givesUp`). Throws `capital-already-reserved` when the
 * loan is lent or holds something else than it asks for.
 */
export function answerRequest(
  loan: LoanCapital | null,
  source: { readonly kind: CapitalKind } | null,
  leaf: Leaf | null,
  request: CapitalRequest,
  term: Term,
): RequestOutcome {
  if (loan?.status === 'cancelled') return { kind: 'passed-over' };
  if (loan && request.requestNumber <= loan.requestNumber) return { kind: 'passed-over' };
  const { amount, capitalKinds, since, ...identity } = request;
  const held = { ...identity, version: (loan?.version ?? 0) + 1 };
  if (isMovable(loan, 'note') && isSameLeaf(loan, request) && loan.reserved === amount) {
    return { kind: 'noted', loan: { ...loan, ...held } };
  }
  if (loan && !isMovable(loan, 'reserve')) {
    throw refuse('capital-already-reserved', { loanId: loan.loanId });
  }
  const decline = (reason: DeclineReason): RequestOutcome => ({
    kind: 'declined',
    loan: { ...held, status: 'declined' },
    reason,
  });
  if (!source) return decline('source-unknown');
  if (!capitalKinds.includes(source.kind)) return decline('capital-kind-not-allowed');
  const waited = loan?.status === 'waiting' ? loan : null;
  const asked: WaitingLoan = { ...held, status: 'waiting', amount, since: waited?.since ?? since };
  const others = waited && leaf ? leaveQueue(leaf, waited) : (leaf ?? newLeaf(request));
  if (others.queue === null && amount <= others.balances['cash-available']) {
    return { kind: 'reserved', ...reserve(others, asked, term), waited };
  }
  const joined = joinQueue(others, asked);
  return {
    kind: 'waiting',
    loan: asked,
    leaf: { ...joined, version: joined.version + 1 },
    reason: reasonToWait(leaf, others, amount),
    missing: missingFor(others, amount),
    place: joined.queue?.waiting ?? 1,
  };
}

function reasonToWait(leaf: Leaf | null, others: Leaf, amount: Vnd): WaitReason {
  if (leaf === null) return 'no-quota';
  return amount > others.balances['cash-available'] ? 'quota-exceeded' : 'others-waiting';
}

/** Does a request ask another leaf than the one that holds the loan's money or its place in the queue? */
export function givesUp(
  loan: LoanCapital | null,
  request: LeafId & { readonly requestNumber: number },
): loan is WaitingLoan | ReservedLoan {
  return (
    (loan?.status === 'waiting' || loan?.status === 'reserved') &&
    request.requestNumber > loan.requestNumber &&
    !isSameLeaf(loan, request)
  );
}

function isSameLeaf(one: LeafId, other: LeafId): boolean {
  return (
    one.sourceId === other.sourceId &&
    one.programmeId === other.programmeId &&
    one.communeId === other.communeId
  );
}

/** Reserves for the first in the queue; null when money does not suffice for it, and then for nobody behind it. */
export function offerFirst(
  leaf: Leaf,
  first: WaitingLoan,
  term: Term,
): { readonly loan: ReservedLoan; readonly leaf: Leaf; readonly postings: readonly Posting[] } | null {
  if (first.amount > leaf.balances['cash-available']) return null;
  return reserve(serveFirst(leaf, first), { ...first, version: first.version + 1 }, term);
}

function reserve(leaf: Leaf, asked: WaitingLoan, { reservedOn, expiry }: Term) {
  const { amount } = asked;
  const postings: Posting[] = [{ debit: 'cash-reserved', credit: 'cash-available', amount }];
  const loan: ReservedLoan = {
    ...identityOf(asked),
    status: 'reserved',
    reserved: amount,
    reservedOn,
    expiry,
  };
  return { loan, leaf: postToLeaf(leaf, postings), postings };
}
