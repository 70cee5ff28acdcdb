import { documentClient } from '#shared/data/client.ts';
import type { Table } from '#shared/data/table.ts';
import { readEnvironment } from '#shared/runtime/environment.ts';
import { EnvironmentSchema } from './environment.ts';

/** Built once per cold start. */
export const environment = readEnvironment(EnvironmentSchema);

export const CONSUMER = 'lending';

export const table: Table = {
  name: environment.TABLE_NAME,
  client: documentClient(),
  rememberDays: Number(environment.REMEMBER_DAYS),
};
