import { openAreas } from '#beneficiary/areas/adapters/area-store.ts';
import { findArea, listAreas, resolveAreaCode } from '#beneficiary/areas/application/find-area.ts';
import { recordArea } from '#beneficiary/areas/application/record-area.ts';
import { openEligibility } from '#beneficiary/eligibility/adapters/eligibility-store.ts';
import { openRules } from '#beneficiary/eligibility/adapters/rule-store.ts';
import { findDecision } from '#beneficiary/eligibility/application/find-decision.ts';
import { findEligibilityRules } from '#beneficiary/eligibility/application/find-rules.ts';
import { recordEligibilityRules } from '#beneficiary/eligibility/application/record-rules.ts';
import { openStandards } from '#beneficiary/standards/adapters/standard-store.ts';
import { listPovertyStandards } from '#beneficiary/standards/application/find-standards.ts';
import { recordPovertyStandard } from '#beneficiary/standards/application/record-standard.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/http.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { operationsHandlers } from '#shared/runtime/operations.ts';
import { openHouseholds } from './adapters/household-store.ts';
import type { Vault } from './adapters/vault.ts';
import { findHousehold, listHouseholds } from './application/find-household.ts';
import { recordClassification } from './application/record-classification.ts';
import { registerHousehold } from './application/register-household.ts';

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
