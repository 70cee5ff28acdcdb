import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MACHINE_CLIENTS } from '#infra/machine-clients.ts';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Route } from '#shared/contracts/route.ts';
import { ROLES } from '#shared/domain/roles.ts';
import type { Role } from '#shared/domain/roles.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { ask } from '#test/support/world/ask.ts';
import { AT_A_TIME, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';
import { problemIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { wellFormed } from './well-formed.ts';

interface Who {
  readonly name: string;
  readonly mayCall: (route: Route) => boolean;
  readonly token: (stage: Stage) => Promise<string>;
}

const CALLERS: readonly Who[] = [
  ...ROLES.map((role): Who => ({
    name: role,
    mayCall: ({ access }) => access.roles.includes(role),
    token: ({ cloud }) => cloud.token(role),
  })),
  ...Object.entries(MACHINE_CLIENTS).map(([name, scopes]): Who => ({
    name,
    mayCall: ({ access }) => scopes.some((scope) => scope === access.scope),
    token: ({ cloud }) => cloud.machineToken(name),
  })),
  {
    name: 'a person without a role',
    mayCall: () => false,
    token: ({ cloud }) => cloud.tokenFor({ username: 'nobody', roles: [], areas: ['22'] }),
  },
  {
    name: 'a person with a role nobody knows',
    mayCall: () => false,
    token: ({ cloud }) => cloud.tokenFor({ username: 'stranger', roles: ['root'], areas: ['22'] }),
  },
];

interface Call {
  readonly who: Who;
  readonly route: Route;
  readonly correlationId: string;
  readonly status: number;
  readonly code: string | null;
  readonly wrong: string;
}

/** Roles that read the refusals, in turn: both must be able to. */
const READERS = ['auditor', 'administrator'] as const satisfies readonly Role[];

export function accessSuite(stage: () => Stage): void {
  const calls: Call[] = [];

  // Nothing comes of these calls: what they name does not exist, and commands lack their key.
  beforeAll(async () => {
    const every = PUBLISHED_ROUTES.flatMap((route) => CALLERS.map((who) => ({ route, who })));
    await inParallel(every, AT_A_TIME, async ({ route, who }) => {
      const correlationId = randomUUID();
      const told = await ask(stage().cloud.frontUrl, route, {
        ...wellFormed(route),
        token: await who.token(stage()),
        correlationId,
        key: null,
        ...(route.body === null ? {} : { body: {} }),
      });
      const code = told.problem?.code ?? null;
      const wrong = told.problem === null ? '' : problemIn(told).wrong;
      calls.push({ who, route, correlationId, status: told.status, code, wrong });
    });
  });

  it('is asked of every route by every caller', () => {
    expect(calls).toHaveLength(PUBLISHED_ROUTES.length * CALLERS.length);
  });

  describe.each(CALLERS)('$name', (who) => {
    it('is let in where the contract says so, and nowhere else', () => {
      const otherwise = calls
        .filter((call) => call.who === who)
        .filter(({ route, status, code, wrong }) => {
          const refused = status === 403 && code === 'role-not-allowed';
          const fine = who.mayCall(route) ? !refused && status !== 401 && status < 500 : refused;
          return !fine || wrong !== '';
        });
      expect(
        otherwise.map(({ route, status, code, wrong }) => ({ on: route.operationId, status, code, wrong })),
      ).toEqual([]);
    });
  });

  it('leaves a record of every refusal, and of nothing else', async () => {
    const { world } = stage();
    const refused = calls.filter(({ status }) => status === 403);
    expect(refused.length).toBeGreaterThan(PUBLISHED_ROUTES.length);
    const recorded = await allRefusals(world);
    const known = new Map(recorded.map((one) => [one.correlationId, one]));
    const missing = refused.filter(({ correlationId, route, code }) => {
      const record = known.get(correlationId);
      return record?.route !== `${route.method} ${route.path}` || record.code !== code;
    });
    expect(missing.map(({ who, route }) => `${who.name} on ${route.operationId}`)).toEqual([]);
    const wellReceived = new Set(
      calls.filter(({ status }) => status !== 403).map((call) => call.correlationId),
    );
    expect(recorded.filter(({ correlationId }) => wellReceived.has(correlationId))).toEqual([]);
  });
}

async function allRefusals(
  world: World,
): Promise<{ correlationId: string; route: string; code: string; actor: string }[]> {
  const lists = [BENEFICIARY_ROUTES.listRefusals, CAPITAL_ROUTES.listRefusals, LENDING_ROUTES.listRefusals];
  const found = await Promise.all(
    lists.map(async (route) => {
      const all: { correlationId: string; route: string; code: string; actor: string }[] = [];
      let cursor: string | null = null;
      let page = 0;
      do {
        const reader = READERS[page % READERS.length] ?? 'auditor';
        const answer: { items: typeof all; next: string | null } = await world.doors
          .as(reader)
          .call(route, { query: { on: TODAY, ...(cursor === null ? {} : { cursor }) } });
        all.push(...answer.items);
        cursor = answer.next;
        page += 1;
      } while (cursor !== null);
      return all;
    }),
  );
  return found.flat();
}
