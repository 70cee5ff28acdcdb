import { CAPITAL_ERRORS } from '#shared/contracts/capital/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Posting } from './accounts.ts';
import { postToLeaf } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { assertUnallocated, postToSource } from './source.ts';
import type { CapitalSource } from './source.ts';

const refuse = errorsOf(CAPITAL_ERRORS);

export interface ReversedEntry {
  readonly amount: Vnd;
  readonly recordedBy: string;
  readonly effectiveOn: string;
  /** Number of the transfer document, null when none was named. */
  readonly document: string | null;
  readonly isReversed: boolean;
}

export interface Reversing {
  readonly by: string;
  readonly effectiveOn: string;
}

/**
 * Takes a receipt back; what was allocated out of it meanwhile stands in the way. Throws
 * `maker-may-not-reverse` (403), `entry-already-reversed` (409), `effective-day-before-last-entry`,
 * `capital-unallocated-exceeded` (422).
 */
export function reverseReceipt(
  source: CapitalSource,
  entry: ReversedEntry,
  reversing: Reversing,
): { readonly source: CapitalSource; readonly postings: readonly Posting[] } {
  assertReversible(source, entry, reversing);
  assertUnallocated(source, entry.amount);
  const postings: Posting[] = [
    { debit: 'entrusted-capital', credit: 'cash-unallocated', amount: entry.amount },
  ];
  return { source: postToSource(source, postings, reversing.effectiveOn), postings };
}

/**
 * Takes an allocation back to the source; what is reserved or lent of it stands in the way. Throws as above and
 * `capital-available-exceeded` (422).
 */
export function reverseAllocation(
  source: CapitalSource,
  leaf: Leaf,
  entry: ReversedEntry,
  reversing: Reversing,
): { readonly source: CapitalSource; readonly leaf: Leaf; readonly postings: readonly Posting[] } {
  assertReversible(source, entry, reversing);
  const available = leaf.balances['cash-available'];
  if (entry.amount > available) {
    throw refuse('capital-available-exceeded', {
      available: available.toString(),
      requested: entry.amount.toString(),
      missing: (entry.amount - available).toString(),
    });
  }
  const postings: Posting[] = [{ debit: 'cash-unallocated', credit: 'cash-available', amount: entry.amount }];
  return {
    source: postToSource(source, postings, reversing.effectiveOn),
    leaf: postToLeaf(leaf, postings),
    postings,
  };
}

/** Throws `maker-may-not-reverse` (403), `entry-already-reversed` (409), `effective-day-before-last-entry` (422). */
export function assertReversible(
  source: CapitalSource,
  entry: ReversedEntry,
  { by, effectiveOn }: Reversing,
): void {
  if (by === entry.recordedBy) throw refuse('maker-may-not-reverse', { recordedBy: entry.recordedBy });
  if (entry.isReversed) throw refuse('entry-already-reversed', { effectiveOn: entry.effectiveOn });
  if (effectiveOn < source.lastEntryOn) {
    throw refuse('effective-day-before-last-entry', { effectiveOn, lastEntryOn: source.lastEntryOn });
  }
}
