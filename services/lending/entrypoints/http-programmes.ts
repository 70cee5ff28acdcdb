import { operationsHandlers } from '#shared/runtime/operations.ts';
import { programmeHandlers } from '#lending/programmes/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_PROGRAMMES } from '../functions/http-programmes.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_PROGRAMMES, service, [
  ...programmeHandlers(service.table),
  ...operationsHandlers('lending', service.table),
]);
