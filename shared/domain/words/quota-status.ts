/** Every status of a quota decision; capital’s transitions say how it moves among them. */
export const QUOTA_STATUSES = ['pending', 'applying', 'approved', 'rejected', 'withdrawn', 'undone'] as const;

export type QuotaStatus = (typeof QUOTA_STATUSES)[number];
