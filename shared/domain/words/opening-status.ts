/** Every status of opening balances; capital’s transitions say how they move among them. */
export const OPENING_STATUSES = [
  'pending',
  'taking-in',
  'approved',
  'reversal-pending',
  'taking-back',
  'reversed',
  'rejected',
  'withdrawn',
] as const;

export type OpeningStatus = (typeof OPENING_STATUSES)[number];
