import { httpApp } from '#shared/runtime/http-app.ts';
import { contractHandlers } from './contract-handlers.ts';
import { splitHandlers } from './split-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({
  ...service,
  handlers: [...contractHandlers(service.table), ...splitHandlers(service.table)],
});
