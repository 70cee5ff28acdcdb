/**
 * Why a request for capital of a loan is declined: for lack of money it waits in the queue; for the last two another
 * source has to be asked.
 */
export const DECLINE_REASONS = [
  'quota-exceeded',
  'no-quota',
  'others-waiting',
  'source-unknown',
  'capital-kind-not-allowed',
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];
