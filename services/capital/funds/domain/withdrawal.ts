import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { assertReversible } from '#capital/ledger/domain/reversal.ts';
import type { ReversedEntry, Reversing } from '#capital/ledger/domain/reversal.ts';
import { assertGoesOut, assertUnallocated, postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource, DecidedAmount } from '#capital/ledger/domain/source.ts';

interface Posted {
  readonly source: CapitalSource;
  readonly postings: readonly Posting[];
}

/**
 * Capital goes back to its investor, never more than is unallocated. Throws `decision-not-yet-issued`,
 * `effective-day-before-last-entry`, `capital-unallocated-exceeded` (422).
 */
export function withdrawCapital(source: CapitalSource, withdrawal: DecidedAmount): Posted {
  assertGoesOut(source, withdrawal);
  assertUnallocated(source, withdrawal.amount);
  const postings: Posting[] = [
    { debit: 'capital-withdrawn', credit: 'cash-unallocated', amount: withdrawal.amount },
  ];
  return { source: postToSource(source, postings, withdrawal.effectiveOn), postings };
}

/** Throws `maker-may-not-reverse` (403), `entry-already-reversed` (409), `effective-day-before-last-entry` (422). */
export function reverseWithdrawal(source: CapitalSource, entry: ReversedEntry, reversing: Reversing): Posted {
  assertReversible(source, entry, reversing);
  const postings: Posting[] = [
    { debit: 'cash-unallocated', credit: 'capital-withdrawn', amount: entry.amount },
  ];
  return { source: postToSource(source, postings, reversing.effectiveOn), postings };
}
