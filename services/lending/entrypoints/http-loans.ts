import { loanHandlers } from '#lending/loans/handlers.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { HTTP_LOANS } from '../functions/http-loans.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveHttp(HTTP_LOANS, service, [...loanHandlers(service.table)]);
