import { httpApp } from '#shared/runtime/http-app.ts';
import { fileHandlers } from './file-handlers.ts';
import { wire } from '../wiring.ts';

const service = wire();

/** Apart from the others, because reading workbooks adds half to what a function has to load. */
export const handler = httpApp({ ...service, handlers: fileHandlers(service.table) });
