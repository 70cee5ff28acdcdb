import type { Posting } from '#capital/ledger/domain/accounts.ts';

/** A fact of a loan's capital as the trace sees it, in order of day and version. */
export interface LoanEntry {
  readonly effectiveOn: string;
  readonly outcome: 'declined' | 'waiting' | 'reserved' | 'released' | 'lent' | 'returned' | 'written-off';
  readonly postings: readonly Posting[];
}
