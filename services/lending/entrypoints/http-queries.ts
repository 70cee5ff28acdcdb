import { queryHandlers } from '#lending/loans/handlers.ts';
import { LENDING_OPERATIONS } from '#shared/contracts/lending/http.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { environment, table } from '../wiring.ts';

const operations = operationsHandlers('lending', LENDING_OPERATIONS, table);

/** Routes that read or calculate and change nothing. */
export const handler = httpApp({
  ...observe(environment.SERVICE_NAME),
  table,
  handlers: [...queryHandlers(table), ...operations.filter(({ route }) => route.kind === 'query')],
});
