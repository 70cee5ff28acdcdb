/**
 * Whose money a loan is lent from: the central State's, what the bank mobilised locally, or what a local budget
 * entrusted to it.
 */
export const CAPITAL_KINDS = ['central', 'mobilised', 'entrusted'] as const;

export type CapitalKind = (typeof CAPITAL_KINDS)[number];
