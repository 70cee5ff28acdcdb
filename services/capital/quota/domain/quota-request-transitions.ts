import type { TransitionTable } from '#shared/domain/transitions.ts';

export const QUOTA_REQUEST_STATUSES = ['pending', 'accepted', 'declined'] as const;

export type QuotaRequestStatus = (typeof QUOTA_REQUEST_STATUSES)[number];

/** Every legal move of a commune’s request for quota; the diagram in the README of the service is drawn from it. */
export const QUOTA_REQUEST_TRANSITIONS: TransitionTable<QuotaRequestStatus, 'accept' | 'decline'> = {
  accept: { from: ['pending'], to: 'accepted' },
  decline: { from: ['pending'], to: 'declined' },
};
