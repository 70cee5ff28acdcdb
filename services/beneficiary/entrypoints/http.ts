import { kmsKeyService } from '#beneficiary/registry/adapters/kms-key-service.ts';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { beneficiaryHandlers } from '#beneficiary/registry/handlers.ts';
import { readEnvironment } from '#shared/runtime/environment.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { EnvironmentSchema } from '../environment.ts';
import { table } from '../wiring.ts';

const environment = readEnvironment(EnvironmentSchema);

export const handler = httpApp({
  ...observe(environment.SERVICE_NAME),
  table,
  handlers: beneficiaryHandlers(table, openVault(table, kmsKeyService(environment.DATA_KEY_ID))),
});
