import { openingFileHandlers } from '#capital/opening/file-handlers.ts';
import { quotaFileHandlers } from '#capital/quota/file-handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_FILES } from '../functions/http-files.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_FILES, service, [
  ...quotaFileHandlers(service.table),
  ...openingFileHandlers(service.table),
]);
