import * as z from 'zod/mini';
import { loanKey } from '#capital/ledger/adapters/capital-table.ts';
import { factsUpTo } from '#capital/ledger/adapters/money-decisions.ts';
import { getItem, queryPage, summaries } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LoanReads } from '../application/ports.ts';
import { LOAN_FACTS_BOUND, loanFactOf } from './loan-facts.ts';
import { LoanItemSchema, loansPartition, LoanSummarySchema } from './loan-item.ts';

export function openLoanReads(table: Table): LoanReads {
  return {
    loans: async (sourceId, communeId, page) =>
      summaries(
        await queryPage(table, z.object({ summary: LoanSummarySchema }), {
          index: 'gsi1',
          partition: loansPartition(sourceId),
          ...(communeId === null ? {} : { prefix: `${communeId}#` }),
          ...page,
        }),
      ),
    loan: (loanId) => getItem(table, loanKey(loanId), LoanItemSchema),
    loanFacts: async (loanId, upTo) => {
      const facts = await factsUpTo(table, loanKey(loanId), upTo, LOAN_FACTS_BOUND);
      return facts.map(({ event }) => loanFactOf(event));
    },
  };
}
