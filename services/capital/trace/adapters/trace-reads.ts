import { openContractVersions } from '#capital/contracts/adapters/contract-book.ts';
import { openFundDecisions } from '#capital/funds/adapters/fund-decisions.ts';
import { openFundReads } from '#capital/funds/adapters/fund-reads.ts';
import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { openAllocationReads } from '#capital/quota/adapters/allocation-reads.ts';
import { openLoanReads } from '#capital/reservations/adapters/loan-reads.ts';
import { openInvestorReads } from '#capital/sources/adapters/investor-reads.ts';
import type { Table } from '#shared/data/table.ts';
import type { TraceReads } from '../application/ports.ts';

export function openTraceReads(table: Table): TraceReads {
  const { source, moved } = openBookReads(table);
  const { investor } = openInvestorReads(table);
  const { loan, loanFacts } = openLoanReads(table);
  const { holdingsOf } = openFundReads(table);
  return {
    ...{ source, moved, investor, loan, loanFacts, holdingsOf },
    ...openContractVersions(table),
    ...openFundDecisions(table),
    ...openAllocationReads(table),
  };
}
