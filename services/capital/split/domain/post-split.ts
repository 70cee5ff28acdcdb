import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { SPLIT_ERRORS } from '#shared/contracts/capital/split/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { SourceAccount } from '#shared/domain/words/account.ts';
import { splitPostings } from './interest-split.ts';
import type { SplitParts } from './interest-split.ts';

const refuse = errorsOf(SPLIT_ERRORS);

const refuseByLedger = errorsOf(LEDGER_ERRORS);

/** Where a part that is taken back must still be. */
const CASH_OF = { provision: 'cash-provision', supplement: 'cash-unallocated' } as const satisfies Partial<
  Record<keyof SplitParts, SourceAccount>
>;

/**
 * Posts what a run adds to the split of a month. Cash that is taken back must still be there, and leaves no day
 * before the last entry short. Throws `split-money-spent`, `effective-day-before-last-entry` (422).
 */
export function postSplit(
  source: CapitalSource,
  difference: SplitParts,
  effectiveOn: string,
): { readonly source: CapitalSource; readonly postings: readonly Posting[] } {
  for (const part of ['provision', 'supplement'] as const) {
    const takenBack = 0n - difference[part];
    if (takenBack <= 0n) continue;
    if (effectiveOn < source.lastEntryOn) {
      const { lastEntryOn } = source;
      throw refuseByLedger('effective-day-before-last-entry', { effectiveOn, lastEntryOn });
    }
    const account = CASH_OF[part];
    const held = source.balances[account];
    if (takenBack > held) {
      throw refuse('split-money-spent', {
        account,
        held,
        takenBack,
        missing: takenBack - held,
      });
    }
  }
  const postings = splitPostings(difference);
  return postings.length === 0
    ? { source, postings }
    : { source: postToSource(source, postings, effectiveOn), postings };
}
