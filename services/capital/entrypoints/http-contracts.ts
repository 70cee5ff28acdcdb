import { contractHandlers } from '#capital/contracts/handlers.ts';
import { splitHandlers } from '#capital/split/handlers.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({
  ...service,
  handlers: [...contractHandlers(service.table), ...splitHandlers(service.table)],
});
