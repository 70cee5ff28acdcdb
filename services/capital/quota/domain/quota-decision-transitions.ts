import { PROPOSAL_TRANSITIONS } from '#shared/domain/proposal.ts';
import type { ProposalVerb } from '#shared/domain/proposal.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';

export const QUOTA_STATUSES = ['pending', 'applying', 'approved', 'rejected', 'withdrawn', 'undone'] as const;

export type QuotaStatus = (typeof QUOTA_STATUSES)[number];

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
