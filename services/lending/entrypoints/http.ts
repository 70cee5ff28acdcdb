import { LENDING_OPERATIONS } from '#shared/contracts/lending/http.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { environment, table } from '../wiring.ts';
import { commandHandlers } from './http-commands.ts';
import { queryHandlers } from './http-queries.ts';

export const handler = httpApp({
  ...observe(environment.SERVICE_NAME),
  table,
  handlers: [
    ...commandHandlers(table),
    ...queryHandlers(table),
    ...operationsHandlers('lending', LENDING_OPERATIONS, table),
  ],
});
