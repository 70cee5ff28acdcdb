import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import { DEMO_ACCOUNTS } from '#infra/local/identity/accounts.ts';
import type { DemoAccount } from '#infra/local/identity/accounts.ts';
import type { Route } from '#shared/contracts/route.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';
import { startInProcessPlatform } from '#test/support/in-process-platform.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Told } from '#test/support/world/ask.ts';
import type { Command } from '#test/support/world/commands.ts';
import { openWorld, putSmallReference, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';
import { WALKS } from './two-person-walks.ts';

/** A refusal of who made something is how a contract says that its act wants a second person. */
const refusalsOfMakers = ({ errors }: Route): string[] =>
  Object.keys(errors).filter((code) => code.startsWith('maker-'));

const SECOND_ACTS = PUBLISHED_ROUTES.filter((route) => refusalsOfMakers(route).length > 0);

const mayCall = ({ role }: DemoAccount, { access }: Route): boolean =>
  (access.roles as readonly string[]).includes(role);

/** Whoever signs in as somebody else than made it, and reaches the whole province. */
const secondPersons = (made: Command, route: Route): DemoAccount[] =>
  DEMO_ACCOUNTS.filter(
    (account) =>
      account.username !== made.by && account.areas.includes(PROVINCE_ID) && mayCall(account, route),
  );

const accountOf = (username: string): DemoAccount => {
  const account = DEMO_ACCOUNTS.find((one) => one.username === username);
  if (account === undefined) throw new RangeError(`no account ${username}`);
  return account;
};

let world: World;

/** Gives a command and tells what came back, whatever it was. */
const send = async ({ by, route, params, body, key }: Command): Promise<Told> =>
  ask(world.frontUrl, route, { token: await world.token(by), params, body, key }, world.fetch);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T09:00:00+07:00`) });
  const platform = await startInProcessPlatform(inject('dynamoEndpoint'), () => undefined);
  world = openWorld({ ...platform, settled: () => Promise.resolve() });
  await putSmallReference(world);
});

afterAll(() => {
  vi.useRealTimers();
});

it('every act that wants a second person is walked, and no other', () => {
  expect(Object.keys(WALKS).sort()).toEqual(SECOND_ACTS.map(({ operationId }) => operationId).sort());
});

describe.each(SECOND_ACTS)('$operationId', (route) => {
  it('is refused to who made it and done by another, both with an account of the demo', async () => {
    const walk = WALKS[route.operationId]?.(route.operationId.toLowerCase());
    if (walk === undefined) throw new Error(`${route.operationId} has no walk`);
    const { before, made, decided } = walk;
    expect(decided.route.operationId).toBe(route.operationId);
    for (const command of [...before, made]) await world.must(command);
    const [second] = secondPersons(made, route);
    if (second === undefined) throw new Error(`nobody but ${made.by} may give ${route.operationId}`);
    const bySame = await send({ ...decided, by: made.by, key: `${decided.key}-same` });
    expect({ status: bySame.status, code: bySame.problem?.code }).toEqual({
      status: 403,
      // Who made it may not even ask when the role is another: two roles are two persons.
      code: mayCall(accountOf(made.by), route) ? refusalsOfMakers(route)[0] : 'role-not-allowed',
    });
    const byOther = await send({ ...decided, by: second.username });
    expect({ status: byOther.status, problem: byOther.problem }).toEqual({
      status: route.successStatus,
      problem: null,
    });
  });
});
