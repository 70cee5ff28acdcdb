import { contractHandlers } from '#capital/contracts/handlers.ts';
import { splitHandlers } from '#capital/split/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_CONTRACTS } from '../functions/http-contracts.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_CONTRACTS, service, [
  ...contractHandlers(service.table),
  ...splitHandlers(service.table),
]);
