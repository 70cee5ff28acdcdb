import { httpApp } from '#shared/runtime/http-app.ts';
import { capitalHandlers } from './handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({ ...service, handlers: capitalHandlers(service.table) });
