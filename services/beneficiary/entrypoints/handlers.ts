import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/http.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { untilWritten } from '#shared/data/retry.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { openAreas } from '../adapters/area-store.ts';
import { openEligibility } from '../adapters/eligibility-store.ts';
import { openHouseholds } from '../adapters/household-store.ts';
import { openRules } from '../adapters/rule-store.ts';
import { openStandards } from '../adapters/standard-store.ts';
import type { Vault } from '../adapters/vault.ts';
import { findDecision } from '../application/find-decision.ts';
import { findHousehold, listHouseholds } from '../application/find-household.ts';
import {
  findArea,
  findEligibilityRules,
  listAreas,
  listPovertyStandards,
  resolveAreaCode,
} from '../application/find-reference.ts';
import { recordClassification } from '../application/record-classification.ts';
import {
  recordArea,
  recordEligibilityRules,
  recordPovertyStandard,
} from '../application/record-reference.ts';
import { registerHousehold } from '../application/register-household.ts';

/** Every route of the service. Personal numbers are read and written through the vault. */
export function beneficiaryHandlers(table: Table, vault: Vault): Handler[] {
  const routes = BENEFICIARY_ROUTES;
  const households = (act: Act) => openHouseholds(table, vault, act);
  const areas = (act: Act) => openAreas(table, act);
  const standards = (act: Act) => openStandards(table, act);
  const rules = (act: Act) => openRules(table, act);
  const eligibility = (act: Act) => openEligibility(table, act);
  return [
    on(routes.putArea, ({ params, body, act }) =>
      untilWritten(() => recordArea(areas(act), params.areaId, body)),
    ),
    on(routes.listAreas, ({ query, act }) =>
      listAreas(areas(act), {
        level: query.type ?? 'commune',
        on: query.on ?? act.today,
        cursor: query.cursor,
      }),
    ),
    on(routes.getArea, ({ params, act }) => findArea(areas(act), params.areaId)),
    on(routes.resolveAreaCode, ({ params, query, act }) =>
      resolveAreaCode(areas(act), params.code, query.on ?? act.today),
    ),
    on(routes.putPovertyStandard, ({ params, body, act }) =>
      untilWritten(() => recordPovertyStandard(standards(act), params.standardId, body)),
    ),
    on(routes.listPovertyStandards, ({ query, act }) =>
      listPovertyStandards(standards(act), query.on, query.cursor),
    ),
    on(routes.putEligibilityRules, ({ params, body, act }) =>
      untilWritten(() => recordEligibilityRules(rules(act), params.programmeId, body)),
    ),
    on(routes.getEligibilityRules, ({ params, query, act }) =>
      findEligibilityRules(rules(act), params.programmeId, query.on),
    ),
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
          { households: households(act), areas: areas(act), standards: standards(act) },
          { ...act, caller },
          params.householdId,
          body,
        ),
      ),
    ),
    on(routes.getEligibilityDecision, ({ params, caller, act }) =>
      findDecision(eligibility(act), caller, params.loanId),
    ),
    ...operationsHandlers('beneficiary', routes, table),
  ];
}
