import { isLeafAccount } from '#capital/ledger/domain/accounts.ts';
import { addPostings, differenceOf, everyAccount, wordsOf } from '../domain/ledger-check.ts';
import type { Sums } from '../domain/ledger-check.ts';
import type { Ground, Proof } from './proof.ts';

/**
 * The source keeps the balances that all entries give, its leaves’ among them, and was written once for each entry
 * that touches it. Skipped when something was posted to it meanwhile: the next run compares it.
 */
export function proveSource({ heads, sourceId, find }: Ground): Proof {
  const total: Sums = new Map();
  let touches = 0;
  return {
    take: ({ postings }) => {
      addPostings(total, postings, everyAccount);
      if (postings.some(({ debit, credit }) => !isLeafAccount(debit) || !isLeafAccount(credit))) touches += 1;
    },
    end: () => {
      const head = heads.get(sourceId);
      if (head === undefined) {
        find('head-missing', sourceId, null, 'the source has no head');
        return;
      }
      if (head.version < 1 + touches) return;
      const own = new Map([...total].filter(([account]) => Object.hasOwn(head.balances, account)));
      const differs = differenceOf(own, new Map(Object.entries(head.balances)));
      if (differs) find('balance-differs', sourceId, head.seq, wordsOf(differs));
      else if (head.version !== 1 + touches) {
        find('head-differs', sourceId, head.seq, 'the source was written more often than posted to');
      }
    },
  };
}
