import { httpApp } from '#shared/runtime/http-app.ts';
import { quotaRequestHandlers } from './quota-request-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({ ...service, handlers: quotaRequestHandlers(service.table) });
