import { areaHandlers } from '#beneficiary/areas/handlers.ts';
import { eligibilityHandlers } from '#beneficiary/eligibility/handlers.ts';
import { kmsKeyService } from '#beneficiary/registry/adapters/kms-key-service.ts';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { registryHandlers } from '#beneficiary/registry/handlers.ts';
import { standardHandlers } from '#beneficiary/standards/handlers.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { serveHttp } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { EnvironmentSchema } from '../environment.ts';
import { HTTP } from '../functions/http.ts';

const service = wire(EnvironmentSchema);
const vault = openVault(service.table, kmsKeyService(service.environment.DATA_KEY_ID));

export const handler = serveHttp(HTTP, service, [
  ...areaHandlers(service.table),
  ...standardHandlers(service.table),
  ...registryHandlers(service.table, vault),
  ...eligibilityHandlers(service.table),
  ...operationsHandlers('beneficiary', service.table),
]);
