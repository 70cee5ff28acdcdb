import { openFundReads } from '#capital/funds/adapters/fund-reads.ts';
import { openCapitalBook } from '#capital/ledger/adapters/capital-book.ts';
import { openCapitalReads } from '#capital/ledger/adapters/capital-reads.ts';
import { readChain, readHeads, readSeals } from '#capital/ledger/adapters/ledger-table.ts';
import { findEntries } from '#capital/ledger/application/find-entries.ts';
import { headsToWire, showLedger } from '#capital/ledger/application/show-ledger.ts';
import { stateAccount, trialBalance } from '#capital/ledger/application/state-account.ts';
import { bookOf } from '#capital/ledger/domain/book.ts';
import { findQuotas } from '#capital/quota/application/find-quotas.ts';
import { reverseAllocation } from '#capital/quota/application/reverse-allocation.ts';
import { findLoans } from '#capital/reservations/application/find-loans.ts';
import { traceLoan } from '#capital/trace/application/trace-loan.ts';
import { traceSource } from '#capital/trace/application/trace-source.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { openSource } from './application/open-source.ts';
import { receiveCapital } from './application/receive-capital.ts';
import { recordInvestor } from './application/record-investor.ts';
import { reverseReceipt } from './application/reverse-receipt.ts';

const sourceBook = ({ sourceId }: { readonly sourceId: string }) => ({ sourceId, leaf: null });

/** Routes of sources and their ledger, each with the verb that answers it. */
export function sourceHandlers(table: Table): Handler[] {
  const reads = openCapitalReads(table);
  const funds = openFundReads(table);
  const book = (act: Act) => openCapitalBook(table, act);
  const routes = SOURCE_ROUTES;
  return [
    on(routes.putInvestor, ({ params, body, act }) =>
      untilWritten(() => recordInvestor(book(act), { ...params, ...body })),
    ),
    on(routes.listInvestors, ({ query }) => reads.investors(pageRequest(query))),
    on(routes.openSource, ({ body, caller, act }) => untilWritten(() => openSource(book(act), caller, body))),
    on(routes.receiveCapital, ({ params, body, caller, act }) =>
      untilWritten(() => receiveCapital(book(act), caller, params.sourceId, body)),
    ),
    on(routes.reverseReceipt, ({ params, body, caller, act }) =>
      untilWritten(() => reverseReceipt(book(act), caller, params.sourceId, body)),
    ),
    on(routes.reverseAllocation, ({ params, body, caller, act }) =>
      untilWritten(() => reverseAllocation(book(act), caller, params.sourceId, body)),
    ),
    on(routes.listSources, ({ query }) => reads.sources(pageRequest(query))),
    on(routes.getSource, ({ params, query, caller, act }) =>
      traceSource(reads, funds.holdingsOf, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    on(routes.listQuotas, ({ params, query, caller }) => findQuotas(reads, caller, params.sourceId, query)),
    on(routes.listSourceLoans, ({ params, query, caller }) =>
      findLoans(reads, caller, params.sourceId, query),
    ),
    on(routes.listEntries, ({ params, query, caller }) => findEntries(reads, caller, params.sourceId, query)),
    on(routes.getTrialBalance, ({ params, query, caller, act }) =>
      trialBalance(reads, caller, sourceBook(params), { ...query, asOf: query.asOf ?? act.today }, act.now),
    ),
    on(routes.getStatement, ({ params, query, caller, act }) =>
      stateAccount(reads, caller, sourceBook(params), query, act.now),
    ),
    on(routes.getLeafStatement, ({ params, query, caller, act }) =>
      stateAccount(reads, caller, bookOf(params.sourceId, params), query, act.now),
    ),
    on(routes.getLeafTrialBalance, ({ params, query, caller, act }) =>
      trialBalance(
        reads,
        caller,
        bookOf(params.sourceId, params),
        { ...query, asOf: query.asOf ?? act.today },
        act.now,
      ),
    ),
    on(routes.listChain, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, () => readChain(table, params.sourceId, pageRequest(query))),
    ),
    on(routes.listChainHeads, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, async () =>
        headsToWire(await readHeads(table, params.sourceId, pageRequest(query))),
      ),
    ),
    on(routes.listSeals, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, () => readSeals(table, params.sourceId, pageRequest(query))),
    ),
    on(routes.getLoanCapital, ({ params, query, caller, act }) =>
      traceLoan(reads, funds.holdingsOf, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    ...operationsHandlers('capital', routes, table),
  ];
}
