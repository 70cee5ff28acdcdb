import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Table } from '#shared/data/table.ts';
import type { Role } from '#shared/domain/roles.ts';
import { decision, investor, opening } from '#test/stores/capital/capital-on-dynamo.ts';
import { person } from '#test/support/acts.ts';
import { driverOf } from '#test/support/service-driver.ts';
import { capitalFunctions } from '#test/support/service-handlers.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { actOn, BEGIN } from './long-ledger.ts';
import type { Place } from './long-ledger.ts';

const QUOTA = 10n ** 12n;

const PROGRAMME = 'job-creation';

/** A source with money for everything, and its leaves. */
export async function foundLedger(table: Table, sourceId: string, leaves: number): Promise<Place[]> {
  const call = driverOf(capitalFunctions(table));
  const { putInvestor, openSource, receiveCapital, proposeQuotaDecision, approveQuotaDecision } =
    CAPITAL_ROUTES;
  const as = (role: Role) => ({ caller: person(role), act: actOn(BEGIN) });
  const paper = { ...decision, issuedOn: BEGIN };
  const on = { effectiveOn: BEGIN };
  const investorId = 'province-22';
  await call(putInvestor, { params: { investorId }, body: investor, ...as('finance-officer') });
  const contract = { ...opening.contract, signedOn: BEGIN, decision: paper, parameters: [] };
  await call(openSource, {
    body: { ...opening, sourceId, investorId, contract, ...on },
    ...as('finance-officer'),
  });
  const amount = (QUOTA * BigInt(leaves)).toString();
  const receipt = { amount, decision: paper, ...on };
  await call(receiveCapital, { params: { sourceId }, body: receipt, ...as('finance-officer') });
  const communes = Array.from(
    { length: leaves },
    (_, index) => `${String(6652 + index).padStart(5, '0')}-2025`,
  );
  await tellReferences(table, { programmes: [PROGRAMME], areas: communes });
  const places: Place[] = [];
  for (const communeId of communes) {
    const place = { programmeId: PROGRAMME, communeId };
    const { programmeId, communeId: areaId } = place;
    const decisionId = `quota-${areaId}`;
    const lines = [{ kind: 'allocate' as const, programmeId, areaId, amount: QUOTA.toString() }];
    const body = { decisionId, decision: paper, lines, ...on };
    await call(proposeQuotaDecision, { params: { sourceId }, body, ...as('branch-planner') });
    await call(approveQuotaDecision, {
      params: { sourceId, decisionId },
      body: {},
      ...as('branch-director'),
    });
    places.push({ sourceId, ...place });
  }
  return places;
}
