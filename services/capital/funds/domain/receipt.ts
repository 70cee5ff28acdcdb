import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { assertReversible } from '#capital/ledger/domain/reversal.ts';
import type { ReversedEntry, Reversing } from '#capital/ledger/domain/reversal.ts';
import { assertIssued, assertUnallocated, postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource, DecidedAmount } from '#capital/ledger/domain/source.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';

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

const refuseFund = errorsOf(FUND_ERRORS);

/**
 * Money that was received counts for any day since the source was opened, also before entries that are there.
 * Throws `decision-not-yet-issued`, `effective-day-before-opening` (422).
 */
export function receiveCapital(
  source: CapitalSource,
  receipt: DecidedAmount,
): { readonly source: CapitalSource; readonly postings: readonly Posting[] } {
  assertIssued(receipt.effectiveOn, receipt.issuedOn);
  if (receipt.effectiveOn < source.openedOn) {
    throw refuseFund('effective-day-before-opening', {
      effectiveOn: receipt.effectiveOn,
      openedOn: source.openedOn,
    });
  }
  const postings: Posting[] = [
    { debit: 'cash-unallocated', credit: 'entrusted-capital', amount: receipt.amount },
  ];
  return { source: postToSource(source, postings, receipt.effectiveOn), postings };
}
