import { groupHandlers } from '#lending/groups/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_GROUPS } from '../functions/http-groups.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_GROUPS, service, [...groupHandlers(service.table)]);
