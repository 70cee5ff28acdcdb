import { errorsOf } from '#shared/domain/errors.ts';
import { QUOTA_ERRORS } from '#shared/contracts/capital/quota/errors.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { assertReversible } from '#capital/ledger/domain/reversal.ts';
import type { ReversedEntry, Reversing } from '#capital/ledger/domain/reversal.ts';
import { postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';

const refuse = errorsOf(QUOTA_ERRORS);

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
      available,
      requested: entry.amount,
      missing: entry.amount - available,
    });
  }
  const postings: Posting[] = [{ debit: 'cash-unallocated', credit: 'cash-available', amount: entry.amount }];
  return {
    source: postToSource(source, postings, reversing.effectiveOn),
    leaf: postToLeaf(leaf, postings),
    postings,
  };
}
