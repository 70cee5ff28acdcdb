import type { TransitionTable } from '#shared/domain/transitions.ts';

export const QUOTA_REQUEST_STATUSES = ['pending', 'accepted', 'declined'] as const;

export type QuotaRequestStatus = (typeof QUOTA_REQUEST_STATUSES)[number];

export type QuotaRequestVerb = 'promise' | 'accept' | 'decline' | 'reopen';

/**
 * Every legal move of a commune’s request for quota; the diagram in the README of the service is drawn from it. It is
 * promised while the decision named for it is not approved, and opens again when that comes to nothing or is reversed.
 */
export const QUOTA_REQUEST_TRANSITIONS: TransitionTable<QuotaRequestStatus, QuotaRequestVerb> = {
  promise: { from: ['pending'], to: 'pending' },
  accept: { from: ['pending'], to: 'accepted' },
  decline: { from: ['pending'], to: 'declined' },
  reopen: { from: ['pending', 'accepted'], to: 'pending' },
};
