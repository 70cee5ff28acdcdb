import { fundHandlers } from '#capital/funds/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_FUNDS } from '../functions/http-funds.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_FUNDS, service, [...fundHandlers(service.table)]);
