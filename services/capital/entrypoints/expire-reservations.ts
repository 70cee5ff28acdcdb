import { expireEveryReservation } from '#capital/reservations/nightly.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveNightly } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { EXPIRE_RESERVATIONS } from '../functions/expire-reservations.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveNightly(EXPIRE_RESERVATIONS, service, (act) =>
  expireEveryReservation(service, service.table, act),
);
