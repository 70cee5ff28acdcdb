/** Every status of a loan, from the request to the end; lending's transitions say how it moves among them. */
export const LOAN_STATUSES = [
  'applied',
  'listed',
  'confirmed',
  'refused-by-commune',
  'eligible',
  'ineligible',
  'approved',
  'awaiting-capital',
  'reserved',
  'active',
  'settled',
  'written-off',
  'rejected',
  'cancelled',
] as const;

export type LoanStatus = (typeof LOAN_STATUSES)[number];
