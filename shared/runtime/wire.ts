import type * as z from 'zod/mini';
import { documentClient } from '#shared/data/client.ts';
import type { Table } from '#shared/data/table.ts';
import { readEnvironment } from './environment.ts';
import type { ServiceEnvironment } from './environment.ts';
import { observe } from './observability.ts';
import type { Observability } from './observability.ts';

/** What a function works with, built once per cold start. */
export interface Wired<E extends ServiceEnvironment = ServiceEnvironment> extends Observability {
  readonly environment: E;
  readonly table: Table;
}

/** Reads the variables of the function by their schema; one that is missing fails the start with its name. */
export function wire<E extends ServiceEnvironment>(schema: z.core.$ZodType<E>): Wired<E> {
  const environment = readEnvironment(schema);
  return {
    environment,
    table: {
      name: environment.TABLE_NAME,
      client: documentClient(),
      rememberDays: Number(environment.REMEMBER_DAYS),
    },
    ...observe(environment.SERVICE_NAME),
  };
}
