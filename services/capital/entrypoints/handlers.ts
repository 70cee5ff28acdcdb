import { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { openCapitalBook } from '../adapters/capital-book.ts';
import { openCapitalReads } from '../adapters/capital-reads.ts';
import { allocateQuota } from '../application/allocate-quota.ts';
import { findEntries, findLoans, findQuotas, pageRequest } from '../application/find-capital.ts';
import { openSource } from '../application/open-source.ts';
import { receiveCapital } from '../application/receive-capital.ts';
import { recordInvestor } from '../application/record-investor.ts';
import { traceLoan } from '../application/trace-loan.ts';
import { traceSource, trialBalance } from '../application/trace-source.ts';

/** Every route of the service with the verb that answers it. */
export function capitalHandlers(table: Table): Handler[] {
  const reads = openCapitalReads(table);
  const book = (act: Act) => openCapitalBook(table, act);
  const routes = CAPITAL_ROUTES;
  return [
    on(routes.putInvestor, ({ params, body, act }) =>
      untilWritten(() => recordInvestor(book(act), { ...params, ...body })),
    ),
    on(routes.listInvestors, ({ query }) => reads.investors(pageRequest(query))),
    on(routes.openSource, ({ body, caller, act }) => untilWritten(() => openSource(book(act), caller, body))),
    on(routes.receiveCapital, ({ params, body, caller, act }) =>
      untilWritten(() => receiveCapital(book(act), caller, params.sourceId, body)),
    ),
    on(routes.allocateQuota, ({ params, body, caller, act }) =>
      untilWritten(() => allocateQuota(book(act), caller, params.sourceId, body)),
    ),
    on(routes.listSources, ({ query }) => reads.sources(pageRequest(query))),
    on(routes.getSource, ({ params, query, caller, act }) =>
      traceSource(reads, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    on(routes.listQuotas, ({ params, query, caller }) => findQuotas(reads, caller, params.sourceId, query)),
    on(routes.listSourceLoans, ({ params, query, caller }) =>
      findLoans(reads, caller, params.sourceId, query),
    ),
    on(routes.listEntries, ({ params, query, caller }) => findEntries(reads, caller, params.sourceId, query)),
    on(routes.getTrialBalance, ({ params, query, caller, act }) =>
      trialBalance(reads, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    on(routes.getLoanCapital, ({ params, query, caller, act }) =>
      traceLoan(reads, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    ...operationsHandlers('capital', routes, table),
  ];
}
