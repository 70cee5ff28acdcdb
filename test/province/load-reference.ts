import type { ApiClient } from '#shared/client/api-client.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import {
  readAreas,
  readEligibilityRules,
  readInvestors,
  readOrganisations,
  readPovertyStandards,
  readProgrammes,
} from '#shared/reference/reference-data.ts';
import { inParallel } from './in-parallel.ts';

export interface ReferenceLoad {
  readonly records: number;
  /** Records that were new or had other content before; 0 when the load had been done. */
  readonly changed: number;
}

type Put = () => Promise<{ readonly unchanged: boolean }>;

/** Puts every reference record through the API. A record that is there already is left as it is. */
export async function loadReference(client: ApiClient, atATime: number): Promise<ReferenceLoad> {
  const puts = [...putBeneficiary(client), ...putLending(client), ...putCapital(client)];
  let changed = 0;
  await inParallel(puts, atATime, async (put) => {
    if (!(await put()).unchanged) changed += 1;
  });
  return { records: puts.length, changed };
}

function putBeneficiary(client: ApiClient): Put[] {
  const { putArea, putPovertyStandard, putEligibilityRules } = BENEFICIARY_ROUTES;
  return [
    ...readAreas().map((body) => () => client.call(putArea, { params: { areaId: body.areaId }, body })),
    ...readPovertyStandards().map(
      (body) => () => client.call(putPovertyStandard, { params: { standardId: body.standardId }, body }),
    ),
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
