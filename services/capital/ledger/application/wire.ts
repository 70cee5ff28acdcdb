import type { Posting } from '../domain/accounts.ts';
import type { SourceTotals } from '../domain/totals.ts';
import type { JournalLine } from './ports.ts';

/** Postings as events and answers carry them. */
export function postingsToWire(
  postings: readonly Posting[],
): { debit: Posting['debit']; credit: Posting['credit']; amount: string }[] {
  return postings.map(({ debit, credit, amount }) => ({ debit, credit, amount: amount.toString() }));
}

/** The line of an entry that a source keeps itself. */
export function lineOfSource(sourceId: string, postings: JournalLine['postings']): JournalLine {
  return { sourceId, programmeId: null, communeId: null, loanId: null, postings };
}

export function totalsToWire(totals: SourceTotals): Record<keyof SourceTotals, string> {
  return {
    fund: totals.fund.toString(),
    received: totals.received.toString(),
    unallocated: totals.unallocated.toString(),
    quota: totals.quota.toString(),
    available: totals.available.toString(),
    reserved: totals.reserved.toString(),
    lent: totals.lent.toString(),
    unlent: totals.unlent.toString(),
    interestCollected: totals.interestCollected.toString(),
  };
}
