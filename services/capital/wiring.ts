import { documentClient } from '#shared/data/client.ts';
import type { Table } from '#shared/data/table.ts';
import { readEnvironment } from '#shared/runtime/environment.ts';
import { observe } from '#shared/runtime/observability.ts';
import { EnvironmentSchema } from './environment.ts';

/** What a function needs, built once per cold start. */
export function wire() {
  const environment = readEnvironment(EnvironmentSchema);
  const table: Table = {
    name: environment.TABLE_NAME,
    client: documentClient(),
    rememberDays: Number(environment.REMEMBER_DAYS),
  };
  return {
    stage: environment.STAGE,
    table,
    ...observe(environment.SERVICE_NAME),
  };
}
