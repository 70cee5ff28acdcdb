import { httpApp } from '#shared/runtime/http-app.ts';
import { sourceHandlers } from './source-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({ ...service, handlers: sourceHandlers(service.table) });
