import { reservationHandlers } from '#capital/reservations/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_RESERVATIONS } from '../functions/http-reservations.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_RESERVATIONS, service, [...reservationHandlers(service.table)]);
