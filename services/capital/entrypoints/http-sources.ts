import { operationsHandlers } from '#shared/runtime/operations.ts';
import { ledgerHandlers } from '#capital/ledger/handlers.ts';
import { sourceHandlers } from '#capital/sources/handlers.ts';
import { traceHandlers } from '#capital/trace/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_SOURCES } from '../functions/http-sources.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_SOURCES, service, [
  ...ledgerHandlers(service.table),
  ...sourceHandlers(service.table),
  ...traceHandlers(service.table),
  ...operationsHandlers('capital', service.table),
]);
