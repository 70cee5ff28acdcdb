import { calculationHandlers } from '#lending/engine/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_CALCULATOR } from '../functions/http-calculator.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_CALCULATOR, service, [...calculationHandlers()]);
