import { documentClient } from '#shared/data/client.ts';
import type { Table } from '#shared/data/table.ts';
import { readEnvironment, ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';

/** Built once per cold start. Only the HTTP function has the data key, so it reads its variables itself. */
export const environment = readEnvironment(ServiceEnvironmentSchema);

/** The service has one consumer, so every dead letter is its. */
export const CONSUMER = 'beneficiary';

export const table: Table = {
  name: environment.TABLE_NAME,
  client: documentClient(),
  rememberDays: Number(environment.REMEMBER_DAYS),
};
