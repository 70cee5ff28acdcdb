import { openAreas } from '#beneficiary/areas/adapters/area-store.ts';
import { openStandards } from '#beneficiary/standards/adapters/standard-book.ts';
import { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openHouseholds } from './adapters/household-store.ts';
import type { Vault } from './adapters/vault.ts';
import { findHousehold, listHouseholds } from './application/find-household.ts';
import { recordClassification } from './application/record-classification.ts';
import { registerHousehold } from './application/register-household.ts';

/** Routes of households, each with the verb that answers it. Personal numbers are read and written through the vault. */
export function registryHandlers(table: Table, vault: Vault): Handler[] {
  const households = (act: Act) => openHouseholds(table, vault, act);
  const areas = (act: Act) => openAreas(table, act);
  const standards = openStandards(table);
  const routes = REGISTRY_ROUTES;
  return [
    on(routes.registerHousehold, ({ body, caller, act }) =>
      untilWritten(() =>
        registerHousehold({ households: households(act), areas: areas(act) }, { ...act, caller }, body),
      ),
    ),
    on(routes.getHousehold, ({ params, query, caller, act }) =>
      findHousehold(households(act), caller, params.householdId, query.asOf ?? act.today),
    ),
    on(routes.listHouseholds, ({ query, caller, act }) => listHouseholds(households(act), caller, query)),
    on(routes.recordClassification, ({ params, body, caller, act }) =>
      untilWritten(() =>
        recordClassification(
          { households: households(act), areas: areas(act), standards },
          { ...act, caller },
          params.householdId,
          body,
        ),
      ),
    ),
  ];
}
