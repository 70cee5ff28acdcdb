import { sealEverySource } from '#capital/ledger/nightly.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveNightly } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { SEAL_DAY } from '../functions/seal-day.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveNightly(SEAL_DAY, service, (act) => sealEverySource(service, service.table, act));
