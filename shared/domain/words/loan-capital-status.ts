/** Every status of what a loan holds of its source; capital’s transitions say how it moves among them. */
export const LOAN_CAPITAL_STATUSES = [
  'declined',
  'waiting',
  'reserved',
  'released',
  'lent',
  'closed',
  'written-off',
  'cancelled',
] as const;

export type LoanCapitalStatus = (typeof LOAN_CAPITAL_STATUSES)[number];
