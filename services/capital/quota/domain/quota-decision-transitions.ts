import { PROPOSAL_TRANSITIONS } from '#shared/domain/proposal.ts';
import type { ProposalVerb } from '#shared/domain/proposal.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';

export type QuotaVerb = ProposalVerb | 'beginApplying' | 'applyNext' | 'complete' | 'undo';

/**
 * Every legal move of a quota decision; the diagram in the README of the service is drawn from it. A short one is
 * recorded with its approval; a longer one is applied some rows at a time.
 */
export const QUOTA_DECISION_TRANSITIONS: TransitionTable<QuotaStatus, QuotaVerb> = {
  ...PROPOSAL_TRANSITIONS,
  beginApplying: { from: ['pending'], to: 'applying' },
  applyNext: { from: ['applying'], to: 'applying' },
  complete: { from: ['applying'], to: 'approved' },
  undo: { from: ['applying'], to: 'undone' },
};
