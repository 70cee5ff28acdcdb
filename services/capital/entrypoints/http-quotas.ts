import { openingHandlers } from '#capital/opening/handlers.ts';
import { quotaHandlers } from '#capital/quota/handlers.ts';
import { quotaRequestHandlers } from '#capital/quota/request-handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_QUOTAS } from '../functions/http-quotas.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_QUOTAS, service, [
  ...quotaHandlers(service.table),
  ...quotaRequestHandlers(service.table),
  ...openingHandlers(service.table),
]);
