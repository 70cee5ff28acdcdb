import { documentClient } from '#shared/data/client.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { readEnvironment, ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { openAreas } from './adapters/area-store.ts';
import { openDebts } from './adapters/debt-store.ts';
import { openEligibility } from './adapters/eligibility-store.ts';
import { openRules } from './adapters/rule-store.ts';
import { openStandards } from './adapters/standard-store.ts';

/** Built once per cold start. Only the HTTP function has the data key, so it reads its variables itself. */
export const environment = readEnvironment(ServiceEnvironmentSchema);

/** The service has one consumer, so every dead letter is its. */
export const CONSUMER = 'beneficiary';

export const table: Table = {
  name: environment.TABLE_NAME,
  client: documentClient(),
  rememberDays: Number(environment.REMEMBER_DAYS),
};

/** The stores that hold no personal numbers, each opened for one act. */
export const stores = {
  areas: (act: Act) => openAreas(table, act),
  standards: (act: Act) => openStandards(table, act),
  rules: (act: Act) => openRules(table, act),
  eligibility: (act: Act) => openEligibility(table, act),
  debts: (act: Act) => openDebts(table, act),
};
