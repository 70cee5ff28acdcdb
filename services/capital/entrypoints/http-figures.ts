import { figuresHandlers } from '#capital/indicators/handlers.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({ ...service, handlers: figuresHandlers(service.table) });
