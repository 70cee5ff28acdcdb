import { TRACE_ROUTES } from '#shared/contracts/capital/trace/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openTraceReads } from './adapters/trace-reads.ts';
import { traceLoan } from './application/trace-loan.ts';
import { traceSource } from './application/trace-source.ts';

/** Routes of traces, each with the verb that answers it. */
export function traceHandlers(table: Table): Handler[] {
  const reads = openTraceReads(table);
  const routes = TRACE_ROUTES;
  return [
    on(routes.getSource, ({ params, query, caller, act }) =>
      traceSource(reads, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
    on(routes.getLoanCapital, ({ params, query, caller, act }) =>
      traceLoan(reads, caller, { ...params, asOf: query.asOf ?? act.today }),
    ),
  ];
}
