import { ELIGIBILITY_ROUTES } from '#shared/contracts/beneficiary/eligibility/routes.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openEligibility } from './adapters/eligibility-store.ts';
import { openRules } from './adapters/rule-store.ts';
import { findDecision } from './application/find-decision.ts';
import { findEligibilityRules } from './application/find-rules.ts';
import { recordEligibilityRules } from './application/record-rules.ts';

/** Routes of eligibility, each with the verb that answers it. */
export function eligibilityHandlers(table: Table): Handler[] {
  const rules = (request: Act) => openRules(table, request);
  const act = acting(rules);
  const routes = ELIGIBILITY_ROUTES;
  return [
    on(routes.putEligibilityRules, (r) =>
      act(r, (context) => recordEligibilityRules(context, r.params.programmeId, r.body)),
    ),
    on(routes.getEligibilityRules, ({ params, query, act }) =>
      findEligibilityRules(rules(act), params.programmeId, query.on),
    ),
    on(routes.getEligibilityDecision, ({ params, caller, act }) =>
      findDecision(openEligibility(table, act), caller, params.loanId),
    ),
  ];
}
