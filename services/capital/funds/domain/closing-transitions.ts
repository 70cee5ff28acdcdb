import type { TransitionTable } from '#shared/domain/transitions.ts';

export const YEAR_STATUSES = ['open', 'closed'] as const;

export type YearStatus = (typeof YEAR_STATUSES)[number];

/**
 * The one move of a year of a fund; the diagram in the README of the service is drawn from it. An open year keeps
 * nothing of its own, so the write that closes it admits a year of which nothing is kept.
 */
export const YEAR_TRANSITIONS: TransitionTable<YearStatus, 'close'> = {
  close: { from: ['open'], to: 'closed' },
};
