import { operationsRoutes } from '#shared/contracts/operations.ts';
import { listParked, redriveParked } from '#shared/data/parked.ts';
import { listRefusals } from '#shared/data/refusals.ts';
import type { Table } from '#shared/data/table.ts';
import type { ServiceName } from '#shared/functions/manifest.ts';
import { on } from './http-app.ts';
import type { Handler } from './http-app.ts';

/** Handlers of the routes every service has for its own running. */
export function operationsHandlers(service: ServiceName, table: Table): Handler[] {
  const routes = operationsRoutes(service);
  return [
    on(routes.listParkedEvents, ({ query }) => listParked(table, query.cursor)),
    on(routes.redriveParkedEvent, ({ params, body, act }) =>
      redriveParked(table, act, service, { eventId: params.eventId, consumer: body.consumer }),
    ),
    on(routes.listRefusals, ({ query }) => listRefusals(table, query.on, query.cursor)),
  ];
}
