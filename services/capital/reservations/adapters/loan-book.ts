import { leafKey, loanKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { freed } from '#capital/ledger/adapters/freed.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { postChange } from '#capital/ledger/adapters/posting.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LoanBook } from '../application/ports.ts';
import { LoanItemSchema, loanWrite } from './loan-item.ts';
import { RULES_KEY, RulesItemSchema } from './reservation-rules.ts';
import { firstWaiting, placeWrite } from './waiting-table.ts';

/** LoanBook on DynamoDB for one act: each `keep` is one transaction. */
export function openLoanBook(table: Table, act: Act): LoanBook {
  return {
    today: act.today,
    now: act.now,
    loan: async (loanId) => {
      const key = loanKey(loanId);
      return (await readForAct(table, act, [key])).take(key, LoanItemSchema);
    },
    leaf: async (leaf) => {
      const key = leafKey(leaf);
      return (await readForAct(table, act, [key])).take(key, LeafItemSchema);
    },
    loanAndItsPlace: async (loanId, leaf) => {
      const keys = {
        loan: loanKey(loanId),
        source: sourceKey(leaf.sourceId),
        leaf: leafKey(leaf),
        rules: RULES_KEY,
      };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        loan: found.take(keys.loan, LoanItemSchema),
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
        rules: found.take(keys.rules, RulesItemSchema)?.content.rules ?? [],
      };
    },
    firstWaiting: (leaf) => firstWaiting(table, leaf),
    offerAgain: (leaf) => commit(table, act, { writes: [], facts: [freed(act, leaf)], answer: null }),
    keep: ({ loan, waiting, ...change }) =>
      postChange(table, act, change, {
        move: waiting,
        aggregates: [...(loan ? [loanWrite(loan)] : []), ...(waiting ? [placeWrite(waiting)] : [])],
      }),
  };
}
