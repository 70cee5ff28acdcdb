import { requestHandlers } from '#lending/requests/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_REQUESTS } from '../functions/http-requests.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_REQUESTS, service, [...requestHandlers(service.table)]);
