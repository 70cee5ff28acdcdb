import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '#infra/local/faults.ts';
import { errorsOfRoute } from '#infra/documents/problem-responses.ts';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import type { Route } from '#shared/contracts/route.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Ask, Told } from '#test/support/world/ask.ts';
import * as give from '#test/support/world/commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { askBusy } from './busy-store.ts';
import { BENEFICIARY_SCENARIOS } from './beneficiary-scenarios.ts';
import { CAPITAL_SCENARIOS } from './capital-scenarios.ts';
import { FIRST, FOURTH, GROUP, LOANS, PARKED, playCast, SPENT_BY_ADMINISTRATOR } from './cast.ts';
import { LENDING_SCENARIOS } from './lending-scenarios.ts';
import { RESERVATIONS_BOUND_TO_NO_AREA } from './reservation-scenarios.ts';
import { FIGURES_BOUND_TO_NO_AREA } from './figures-scenarios.ts';
import { STANDARDS_BOUND_TO_NO_AREA, STANDARD_SCENARIOS } from './standard-scenarios.ts';
import { DISTRICT } from './fund-cast.ts';
import { sayOn } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';
import { problemIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { wellFormed } from './well-formed.ts';

/** Faults under which some refusals come about; the others come in calm. */
const WEATHER: Readonly<Record<string, readonly FaultRule[]>> = {
  calm: [],
  throttled: [{ kind: 'throttle', probability: 1, where: '-http' }],
  failing: [{ kind: 'fail-before', probability: 1, where: '-http' }],
  contended: [{ kind: 'conflict', probability: 1, where: '-http' }],
};

interface Case {
  readonly route: Route;
  readonly code: string;
  readonly weather: string;
  readonly scenario: Scenario | null;
}

export function refusalSuite(stage: () => Stage): void {
  const sendWellFormed = async (route: Route, change: Ask = {}): Promise<Told> => {
    const { by, ...rest } = wellFormed(route);
    return ask(stage().cloud.frontUrl, route, { token: await stage().cloud.token(by), ...rest, ...change });
  };
  const sendWithoutToken = (route: Route): Promise<Told> =>
    ask(stage().cloud.frontUrl, route, wellFormed(route));

  /** What any route is answered with, whatever it does. */
  const ofEveryRoute = (route: Route): Readonly<Record<string, Scenario>> => ({
    'input-malformed': () => sendWellFormed(route, { query: { unheard: 'of' } }),
    'not-signed-in': () => sendWithoutToken(route),
    'role-not-allowed': async () =>
      sendWellFormed(route, {
        token: await stage().cloud.tokenFor({ username: 'nobody', roles: [], areas: ['22'] }),
      }),
    'internal-error': () => sendWellFormed(route),
    'busy-try-again': () => (OVER_HTTP.includes(route.operationId) ? sendWellFormed(route) : askBusy(route)),
    'not-found': () => sendWellFormed(route),
    'idempotency-key-reused': () => sendWellFormed(route, { key: keySpentOn(route) }),
    'version-stale': () => sendWellFormed(route, CONTENDED[route.operationId]),
  });

  const own: Scenarios = {
    ...BENEFICIARY_SCENARIOS,
    ...STANDARD_SCENARIOS,
    ...CAPITAL_SCENARIOS,
    ...LENDING_SCENARIOS,
  };
  const cases = PUBLISHED_ROUTES.flatMap((route) =>
    Object.keys(errorsOfRoute(route)).map((code): Case => {
      const special = own[route.operationId]?.[code];
      return {
        route,
        code,
        weather: special === undefined ? (WEATHER_OF[code] ?? 'calm') : 'calm',
        scenario: special ?? ofEveryRoute(route)[code] ?? null,
      };
    }),
  );
  const told = new Map<Case, Told>();

  beforeAll(async () => {
    await playCast(stage());
    const { faults } = stage().cloud;
    for (const [weather, rules] of Object.entries(WEATHER)) {
      faults.set({ seed: 7, rules });
      const now = cases.filter((one) => one.weather === weather && one.scenario !== null);
      await inParallel(now, 9, async (one) => {
        const answer = await one.scenario?.(sayOn(stage));
        if (answer !== undefined) told.set(one, answer);
      });
    }
    faults.clear();
  });

  it('has a scenario for every error a contract lists, and none for an error it does not', () => {
    const listed = new Set(cases.map(({ route, code }) => `${route.operationId}: ${code}`));
    const without = cases.filter(({ scenario }) => scenario === null);
    expect(without.map(({ route, code }) => `${route.operationId}: ${code}`)).toEqual([]);
    const played = Object.entries(own).flatMap(([id, byCode]) =>
      Object.keys(byCode).map((code) => `${id}: ${code}`),
    );
    expect(played.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('keeps everything that lies in a commune to those who reach it', () => {
    const open = PUBLISHED_ROUTES.filter(({ errors }) => !('area-not-allowed' in errors));
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([...BOUND_TO_NO_AREA].sort());
  });

  describe.each(PUBLISHED_ROUTES)('$operationId', (route) => {
    it.each(cases.filter((one) => one.route === route && !isBeyond(one)))('answers $code', (one) => {
      const answer = told.get(one);
      if (answer === undefined) throw new Error('nothing was answered');
      // The gateway says "not signed in" in its own words; everything else is the platform's.
      const whole = one.code === 'not-signed-in' ? '' : problemIn(answer).wrong;
      expect({ status: answer.status, code: answer.problem?.code, wrong: whole }).toEqual({
        status: errorsOfRoute(route)[one.code]?.status,
        code: one.code,
        wrong: '',
      });
    });
  });

  it.each(cases.filter(isBeyond))(
    '$route.operationId needs no store, so it answers where others say $code',
    (one) => {
      expect(told.get(one)).toMatchObject({ status: one.route.successStatus, problem: null });
    },
  );

  it.each(OVER_A_LIMIT)('names the number that $0 exceeded', (code, facts) => {
    for (const [one, answer] of told) {
      if (one.code === code) expect(answer.problem?.facts).toMatchObject(facts);
    }
    expect([...told.keys()].some((one) => one.code === code)).toBe(true);
  });
}

/** Refusals by a limit tell the limit, so that the next try can be right. */
const OVER_A_LIMIT: [string, Record<string, unknown>][] = [
  [
    'capital-unallocated-exceeded',
    { unallocated: '500000000', missing: expect.stringMatching(/^\d+$/) as string },
  ],
  [
    'capital-available-exceeded',
    { requested: '500000000', missing: expect.stringMatching(/^\d+$/) as string },
  ],
  ['amount-over-ceiling', { ceiling: '200000000' }],
  ['amount-over-payoff', { payoff: expect.stringMatching(/^20\d{6}$/) as string }],
  ['amount-over-request', { requested: '20000000', amount: '20000001' }],
  ['term-too-long', { termMonths: 121, maxTermMonths: 120 }],
];

const WEATHER_OF: Readonly<Record<string, string>> = {
  'internal-error': 'failing',
  'busy-try-again': 'throttled',
  'version-stale': 'contended',
};

/** One route of each service meets a throttled store over HTTP, with all the patience of the SDK. */
const OVER_HTTP: readonly string[] = ['getHousehold', 'getSource', 'getLoan'];

/** Routes that answer from what they are given: whatever ails the store, they have no part in it. */
const WITHOUT_A_STORE: readonly string[] = ['calculateLoan', 'getFileTemplate'];

/** The contract lists the error as it does for every route, but no state of the store brings it about here. */
function isBeyond({ route, weather }: Case): boolean {
  return WITHOUT_A_STORE.includes(route.operationId) && weather !== 'calm';
}

/** The law, the map, who the investors and sources are, and how the platform runs: the same for the whole province. */
const BOUND_TO_NO_AREA: readonly string[] = [
  'putArea',
  'listAreas',
  'getArea',
  'resolveAreaCode',
  ...STANDARDS_BOUND_TO_NO_AREA,
  'putEligibilityRules',
  'getEligibilityRules',
  'putInvestor',
  'listInvestors',
  'listSources',
  ...FIGURES_BOUND_TO_NO_AREA,
  ...RESERVATIONS_BOUND_TO_NO_AREA,
  'putProgramme',
  'listProgrammes',
  'getProgramme',
  'putOrganisation',
  'listOrganisations',
  'calculateLoan',
  'getFileTemplate',
  ...['Beneficiary', 'Capital', 'Lending'].flatMap((service) => [
    `list${service}ParkedEvents`,
    `redrive${service}ParkedEvent`,
    `list${service}Refusals`,
  ]),
];

/** Where a request for what does not exist would be refused before two acts could meet. */
const CONTENDED: Readonly<Record<string, Ask>> = {
  submitList: { body: give.submitList('list-new', GROUP, [LOANS.applied], TODAY).body },
  applyForLoan: { body: give.apply('loan-new', GROUP, FIRST, TODAY).body },
  closeYear: { params: { sourceId: DISTRICT } },
  redriveBeneficiaryParkedEvent: { params: { eventId: PARKED } },
  redriveCapitalParkedEvent: { params: { eventId: PARKED } },
  redriveLendingParkedEvent: { params: { eventId: PARKED } },
};

/** Keys under which an account has given a service a command while the cast was played. */
const KEYS_SPENT: Readonly<Record<string, string>> = {
  'beneficiary commune-officer': `${FIRST}-register`,
  'beneficiary commune-chair': `${FOURTH}-class`,
  'capital finance-officer': 's-contracts-open',
  'capital commune-officer': 'request-answered-request',
  'capital branch-director': `s-decided-quota-${HOME}-approve`,
  'capital branch-planner': `s-contracts-quota-${HOME}-propose`,
  'lending organisation-officer': 'g-contracts-form',
  'lending commune-chair': 'list-done-confirm',
  'lending credit-officer': `${LOANS.active}-disburse`,
  'lending branch-director': `${LOANS.active}-approve`,
};

/** A key that the sender of the route's well-formed request has spent on something else. */
function keySpentOn(route: Route): string {
  const { by } = wellFormed(route);
  if (by === 'administrator') return SPENT_BY_ADMINISTRATOR;
  const [, , service = ''] = route.path.split('/');
  return KEYS_SPENT[`${service} ${by}`] ?? 'a key nobody has spent';
}
