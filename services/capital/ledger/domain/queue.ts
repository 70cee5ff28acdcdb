import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from './accounts.ts';
import type { Leaf } from './leaf.ts';

/** How the queue of a leaf changes with an act: a loan joins it, or leaves it with or without its money. */
export interface QueueMove {
  readonly loan: { readonly amount: Vnd };
  readonly to: 'waiting' | 'reserved' | 'left';
}

/**
 * Might the first in the queue be served after this act? Money came in, or the queue has another first: one left,
 * or one joined for whom there is money and who may have been approved before all others.
 */
export function mayServe(
  leaf: Leaf,
  postings: readonly Pick<Posting, 'debit'>[],
  move: QueueMove | null,
): boolean {
  const available = leaf.balances['cash-available'];
  if (leaf.queue === null || available === 0n) return false;
  if (postings.some(({ debit }) => debit === 'cash-available')) return true;
  return move?.to === 'left' || (move?.to === 'waiting' && move.loan.amount <= available);
}
