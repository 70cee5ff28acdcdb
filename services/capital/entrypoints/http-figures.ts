import { forecastHandlers } from '#capital/forecast/handlers.ts';
import { indicatorHandlers } from '#capital/indicators/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_FIGURES } from '../functions/http-figures.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_FIGURES, service, [
  ...indicatorHandlers(service.table),
  ...forecastHandlers(service.table),
]);
