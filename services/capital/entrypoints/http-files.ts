import { fileHandlers } from '#capital/quota/file-handlers.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { wire } from '../wiring.ts';

const service = wire();

/** Apart from the others, because reading workbooks doubles what a function has to load. */
export const handler = httpApp({ ...service, handlers: fileHandlers(service.table) });
