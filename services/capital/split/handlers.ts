import { openLoanReads } from '#capital/reservations/adapters/loan-reads.ts';
import { openContractVersions } from '#capital/contracts/adapters/contract-book.ts';
import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openSplitBook, openSplitReads } from './adapters/split-book.ts';
import { listSplits, showSplit } from './application/show-split.ts';
import { splitInterest } from './application/split-interest.ts';

/** Routes of the monthly split of interest, each with the verb that answers it. */
export function splitHandlers(table: Table): Handler[] {
  const reads = {
    ...openBookReads(table),
    ...openLoanReads(table),
    ...openContractVersions(table),
    ...openSplitReads(table),
  };
  const routes = SPLIT_ROUTES;
  return [
    on(routes.splitInterest, ({ params, body, caller, act }) =>
      untilWritten(() => splitInterest(openSplitBook(table, act), reads, caller, params.sourceId, body)),
    ),
    on(routes.listInterestSplits, ({ params, query, caller }) =>
      listSplits(reads, caller, params.sourceId, pageRequest(query)),
    ),
    on(routes.getInterestSplit, ({ params, query, caller, act }) =>
      showSplit(reads, caller, { ...params, ...query }, act.now),
    ),
  ];
}
