import type { ApiClient, CallOf } from '#shared/client/api-client.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Route } from '#shared/contracts/route.ts';
import {
  readAreas,
  readEligibilityRules,
  readInvestors,
  readOrganisations,
  readProgrammes,
} from '#shared/reference/reference-data.ts';
import { openDoors } from '#test/province/doors.ts';
import type { Doors, Entrance } from '#test/province/doors.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { loadStandards } from '#test/province/load-standards.ts';
import { PROGRAMME } from './commands.ts';
import type { Command } from './commands.ts';

/** A commune where things happen, and one whose people have no business in the first. */
export const HOME = '06760-2025';

export const ELSEWHERE = '06652-2025';

/** The day on which tests play, well inside the law of 2026. */
export const TODAY = '2026-06-15';

export const AT_A_TIME = 8;

/** A running platform, in this process or in another. */
export interface Platform extends Entrance {
  readonly settled: () => Promise<void>;
}

export interface World extends Platform {
  readonly doors: Doors;
  /** Gives a command, which has to succeed. */
  readonly must: (command: Command) => Promise<void>;
}

export function openWorld(platform: Platform): World {
  const doors = openDoors(platform);
  return {
    ...platform,
    doors,
    must: async ({ by, route, params, body, key }) => {
      // What the route takes was checked where the command was made.
      await doors.as(by).call(route, { params, body, idempotencyKey: key } as CallOf<Route>);
    },
  };
}

const AREAS = new Set(['22', HOME, ELSEWHERE]);

const PROGRAMMES = new Set([PROGRAMME, 'clean-water-sanitation', 'qn-cooperative', 'forestry-central']);

/**
 * The law and the map as far as a test needs them, known to every service: every record more would be time for each
 * cloud.
 */
export async function putSmallReference({ doors, settled }: World): Promise<void> {
  const client = doors.system('reference-loader');
  const puts = [...beneficiary(client), ...loadStandards(doors), ...others(client)];
  await inParallel<Put>(puts, AT_A_TIME, (put) => put());
  await settled();
}

type Put = () => Promise<unknown>;

function beneficiary(client: ApiClient): Put[] {
  const { putArea, putEligibilityRules } = BENEFICIARY_ROUTES;
  return [
    ...readAreas()
      .filter(({ areaId }) => AREAS.has(areaId))
      .map((body) => () => client.call(putArea, { params: { areaId: body.areaId }, body })),
    ...readEligibilityRules()
      .filter(({ programmeId }) => PROGRAMMES.has(programmeId))
      .map(
        (body) => () => client.call(putEligibilityRules, { params: { programmeId: body.programmeId }, body }),
      ),
  ];
}

function others(client: ApiClient): Put[] {
  const { putProgramme, putOrganisation } = LENDING_ROUTES;
  return [
    ...readProgrammes()
      .filter(({ programmeId }) => PROGRAMMES.has(programmeId))
      .map(
        ({ programmeId, ...body }) =>
          () =>
            client.call(putProgramme, { params: { programmeId }, body }),
      ),
    ...readOrganisations().map(
      ({ organisationId, ...body }) =>
        () =>
          client.call(putOrganisation, { params: { organisationId }, body }),
    ),
    ...readInvestors()
      .slice(0, 3)
      .map(
        ({ investorId, ...body }) =>
          () =>
            client.call(CAPITAL_ROUTES.putInvestor, { params: { investorId }, body }),
      ),
  ];
}
