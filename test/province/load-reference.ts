import type { ApiClient } from '#shared/client/api-client.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import {
  readAreas,
  readEligibilityRules,
  readInvestors,
  readOrganisations,
  readProgrammes,
} from '#shared/reference/reference-data.ts';
import type { Doors } from './doors.ts';
import { inParallel } from './in-parallel.ts';
import { loadStandards } from './load-standards.ts';

export interface ReferenceLoad {
  readonly records: number;
  /** Records that were new or had other content before; 0 when the load had been done. */
  readonly changed: number;
}

type Put = () => Promise<{ readonly unchanged: boolean }>;

/**
 * Brings every reference record in through the API: standards by the two persons they need, the others by the machine
 * client. A record that is there already is left as it is.
 */
export async function loadReference(doors: Doors, atATime: number): Promise<ReferenceLoad> {
  const client = doors.system('reference-loader');
  const puts = [
    ...putBeneficiary(client),
    ...loadStandards(doors),
    ...putLending(client),
    ...putCapital(client),
  ];
  let changed = 0;
  await inParallel(puts, atATime, async (put) => {
    if (!(await put()).unchanged) changed += 1;
  });
  return { records: puts.length, changed };
}

function putBeneficiary(client: ApiClient): Put[] {
  const { putArea, putEligibilityRules } = BENEFICIARY_ROUTES;
  return [
    ...readAreas().map((body) => () => client.call(putArea, { params: { areaId: body.areaId }, body })),
    ...readEligibilityRules().map(
      (body) => () => client.call(putEligibilityRules, { params: { programmeId: body.programmeId }, body }),
    ),
  ];
}

function putLending(client: ApiClient): Put[] {
  const { putProgramme, putOrganisation } = LENDING_ROUTES;
  return [
    ...readProgrammes().map(
      ({ programmeId, ...body }) =>
        () =>
          client.call(putProgramme, { params: { programmeId }, body }),
    ),
    ...readOrganisations().map(
      ({ organisationId, ...body }) =>
        () =>
          client.call(putOrganisation, { params: { organisationId }, body }),
    ),
  ];
}

function putCapital(client: ApiClient): Put[] {
  return readInvestors().map(
    ({ investorId, ...body }) =>
      () =>
        client.call(CAPITAL_ROUTES.putInvestor, { params: { investorId }, body }),
  );
}
