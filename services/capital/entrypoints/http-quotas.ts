import { httpApp } from '#shared/runtime/http-app.ts';
import { openingHandlers } from './opening-handlers.ts';
import { quotaHandlers } from './quota-handlers.ts';
import { quotaRequestHandlers } from './quota-request-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({
  ...service,
  handlers: [
    ...quotaHandlers(service.table),
    ...quotaRequestHandlers(service.table),
    ...openingHandlers(service.table),
  ],
});
