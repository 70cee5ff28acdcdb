import { openingHandlers } from '#capital/opening/handlers.ts';
import { quotaHandlers } from '#capital/quota/handlers.ts';
import { quotaRequestHandlers } from '#capital/quota/request-handlers.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
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
