import { openAreas } from '#beneficiary/areas/adapters/area-store.ts';
import { openStandards } from '#beneficiary/standards/adapters/standard-book.ts';
import { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openHouseholds } from './adapters/household-store.ts';
import type { Vault } from './adapters/vault.ts';
import { findHousehold, listHouseholds } from './application/find-household.ts';
import { recordClassification } from './application/record-classification.ts';
import { registerHousehold } from './application/register-household.ts';

/** Routes of households, each with the verb that answers it. Personal numbers are read and written through the vault. */
export function registryHandlers(table: Table, vault: Vault): Handler[] {
  const households = (request: Act) => openHouseholds(table, vault, request);
  const standards = openStandards(table);
  const act = acting((request) => ({
    households: households(request),
    areas: openAreas(table, request),
    standards,
  }));
  const routes = REGISTRY_ROUTES;
  return [
    on(routes.registerHousehold, (r) => act(r, (context) => registerHousehold(context, r.body))),
    on(routes.getHousehold, ({ params, query, caller, act }) =>
      findHousehold(households(act), caller, params.householdId, query.asOf ?? act.today),
    ),
    on(routes.listHouseholds, ({ query, caller, act }) => listHouseholds(households(act), caller, query)),
    on(routes.recordClassification, (r) =>
      act(r, (context) => recordClassification(context, r.params.householdId, r.body)),
    ),
  ];
}
