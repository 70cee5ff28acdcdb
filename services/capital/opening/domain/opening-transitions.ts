import { PROPOSAL_TRANSITIONS } from '#shared/domain/proposal.ts';
import type { ProposalVerb } from '#shared/domain/proposal.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { OpeningStatus } from '#shared/domain/words/opening-status.ts';

export type OpeningVerb =
  | ProposalVerb
  | 'beginTakingIn'
  | 'takeInNext'
  | 'completeTakingIn'
  | 'proposeReversal'
  | 'rejectReversal'
  | 'withdrawReversal'
  | 'reverse'
  | 'beginTakingBack'
  | 'takeBackNext'
  | 'completeTakingBack'
  | 'putBack';

/**
 * Every legal move of opening balances; the diagram in the README of the service is drawn from it. Few lines are
 * recorded, or taken back, with the approval; more of them some at a time.
 */
export const OPENING_TRANSITIONS: TransitionTable<OpeningStatus, OpeningVerb> = {
  ...PROPOSAL_TRANSITIONS,
  beginTakingIn: { from: ['pending'], to: 'taking-in' },
  takeInNext: { from: ['taking-in'], to: 'taking-in' },
  completeTakingIn: { from: ['taking-in'], to: 'approved' },
  proposeReversal: { from: ['approved'], to: 'reversal-pending' },
  rejectReversal: { from: ['reversal-pending'], to: 'approved' },
  withdrawReversal: { from: ['reversal-pending'], to: 'approved' },
  reverse: { from: ['reversal-pending'], to: 'reversed' },
  beginTakingBack: { from: ['reversal-pending'], to: 'taking-back' },
  takeBackNext: { from: ['taking-back'], to: 'taking-back' },
  completeTakingBack: { from: ['taking-back'], to: 'reversed' },
  putBack: { from: ['taking-back'], to: 'taking-in' },
};
