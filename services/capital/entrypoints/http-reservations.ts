import { httpApp } from '#shared/runtime/http-app.ts';
import { reservationHandlers } from './reservation-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = httpApp({ ...service, handlers: reservationHandlers(service.table) });
