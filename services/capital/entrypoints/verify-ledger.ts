import { verifyEverySource } from '#capital/verification/nightly.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveNightly } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { VERIFY_LEDGER } from '../functions/verify-ledger.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveNightly(VERIFY_LEDGER, service, async (act) => {
  await verifyEverySource(service, service.table, act);
});
