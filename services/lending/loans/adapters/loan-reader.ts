import { loanKey } from '#lending/table-map.ts';
import { getItem, queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LoanReader } from '../application/ports.ts';
import { factsInOrder, LoanFactItemSchema } from './loan-facts.ts';
import { LoanItemSchema } from './loan-item.ts';

/** A loan of fifty years with a payment every week stays below this. */
const MOST_FACTS = 3000;

export function openLoanReader(table: Table): LoanReader {
  return {
    findLoan: (loanId) => getItem(table, loanKey(loanId), LoanItemSchema),

    async findFacts(loanId, upTo) {
      // '$' sorts after '#', so the range ends with the last fact of the day.
      const between = ['FACT#', `FACT#${upTo}$`] as const;
      const partition = loanKey(loanId).pk;
      const items = await queryAll(table, LoanFactItemSchema, { partition, between, bound: MOST_FACTS });
      return factsInOrder(items);
    },
  };
}
