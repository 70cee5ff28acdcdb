import type { Posting } from '../domain/accounts.ts';

/** Postings as events and answers carry them. */
export function postingsToWire(
  postings: readonly Posting[],
): { debit: Posting['debit']; credit: Posting['credit']; amount: string }[] {
  return postings.map(({ debit, credit, amount }) => ({ debit, credit, amount: amount.toString() }));
}
