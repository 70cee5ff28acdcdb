import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { mayMove } from '#shared/domain/transitions.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { LoanStatus } from '#shared/domain/words/loan-status.ts';

const refuse = errorsOf(LOAN_ERRORS);

/** Every legal move of a loan; the diagram in the README of the service is drawn from it. */
export const LOAN_TRANSITIONS = {
  list: { from: ['applied'], to: 'listed' },
  confirm: { from: ['listed'], to: 'confirmed' },
  refuse: { from: ['listed'], to: 'refused-by-commune' },
  qualify: { from: ['confirmed'], to: 'eligible' },
  disqualify: { from: ['confirmed'], to: 'ineligible' },
  approve: { from: ['eligible'], to: 'approved' },
  reject: { from: ['eligible'], to: 'rejected' },
  reserve: { from: ['approved', 'awaiting-capital'], to: 'reserved' },
  decline: { from: ['approved'], to: 'awaiting-capital' },
  release: { from: ['approved', 'awaiting-capital', 'reserved'], to: 'awaiting-capital' },
  requestCapital: { from: ['awaiting-capital'], to: 'approved' },
  cancel: {
    from: ['applied', 'confirmed', 'eligible', 'approved', 'awaiting-capital', 'reserved'],
    to: 'cancelled',
  },
  disburse: { from: ['reserved'], to: 'active' },
  repay: { from: ['active'], to: 'active' },
  freeze: { from: ['active'], to: 'active' },
  change: { from: ['active', 'settled'], to: 'active' },
  settle: { from: ['active'], to: 'settled' },
  writeOff: { from: ['active'], to: 'written-off' },
  recover: { from: ['written-off'], to: 'written-off' },
} as const satisfies TransitionTable<LoanStatus, string>;

export type LoanVerb = keyof typeof LOAN_TRANSITIONS;

type From<V extends LoanVerb> = (typeof LOAN_TRANSITIONS)[V]['from'][number];

type Movable<L, V extends LoanVerb> = Extract<L, { readonly status: From<V> }>;

/**
 * The loan, narrowed to the statuses a verb may start from. Throws `loan-settled` or `loan-written-off` (409)
 * when a running loan is asked for and this one is over, `loan-status-not-allowed` (409) otherwise.
 */
export function movable<L extends { readonly status: LoanStatus }, V extends LoanVerb>(
  loan: L,
  verb: V,
): Movable<L, V> {
  const table: TransitionTable<LoanStatus, LoanVerb> = LOAN_TRANSITIONS;
  if (mayMove(table, verb, loan.status)) return loan as Movable<L, V>;
  const { from } = table[verb];
  if (loan.status === 'settled' && from.includes('active')) throw refuse('loan-settled');
  if (loan.status === 'written-off' && from.includes('active')) throw refuse('loan-written-off');
  throw refuse('loan-status-not-allowed', { status: loan.status, allowed: [...from] });
}
