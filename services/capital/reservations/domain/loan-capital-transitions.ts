import { mayMove } from '#shared/domain/transitions.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { LoanCapitalStatus } from '#shared/domain/words/loan-capital-status.ts';
import type { LoanCapital } from './loan-capital.ts';

/**
 * Every legal move of a loan’s capital; the diagram in the README of the service is drawn from it. A loan becomes
 * known by the first request or cancellation that arrives. What ends it may arrive before a repayment that comes
 * before it: until then it stays lent. A reservation is noted when it is asked for again, and warned of.
 */
export const LOAN_CAPITAL_TRANSITIONS = {
  decline: { from: ['declined', 'waiting', 'released'], to: 'declined' },
  wait: { from: ['declined', 'waiting', 'released'], to: 'waiting' },
  reserve: { from: ['declined', 'waiting', 'released'], to: 'reserved' },
  note: { from: ['reserved'], to: 'reserved' },
  release: { from: ['reserved'], to: 'released' },
  cancel: { from: ['declined', 'waiting', 'reserved', 'released'], to: 'cancelled' },
  lend: { from: ['reserved', 'released'], to: 'lent' },
  repay: { from: ['lent'], to: 'lent' },
  settle: { from: ['lent'], to: 'closed' },
  writeOff: { from: ['lent'], to: 'written-off' },
  takeLateInterest: { from: ['closed'], to: 'closed' },
  takeInterestAfterWriteOff: { from: ['written-off'], to: 'written-off' },
} as const satisfies TransitionTable<LoanCapitalStatus, string>;

export type LoanCapitalVerb = keyof typeof LOAN_CAPITAL_TRANSITIONS;

export const LOAN_CAPITAL_TABLE: TransitionTable<LoanCapitalStatus, LoanCapitalVerb> =
  LOAN_CAPITAL_TRANSITIONS;

type From<V extends LoanCapitalVerb> = (typeof LOAN_CAPITAL_TRANSITIONS)[V]['from'][number];

/** Is the loan known, and in a status the verb may start from? */
export function isMovable<V extends LoanCapitalVerb>(
  loan: LoanCapital | null,
  verb: V,
): loan is LoanCapital & { readonly status: From<V> } {
  return loan !== null && mayMove(LOAN_CAPITAL_TABLE, verb, loan.status);
}
