import { randomUUID } from 'node:crypto';
import type { Person } from '#infra/local/identity/identity.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Role } from '#shared/domain/roles.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Ask, Told } from '#test/support/world/ask.ts';
import type { Command } from '#test/support/world/commands.ts';
import { ELSEWHERE } from '#test/support/world/small-world.ts';
import type { Stage } from './stage.ts';
import { routeCalled } from './well-formed.ts';

/** How a scenario speaks: as the account whose work it is, or as a person made up for it. */
export interface Say {
  /** Gives a command under a key of its own. */
  give(command: Command, as?: Person): Promise<Told>;
  get(operationId: string, asked: Pick<Ask, 'params' | 'query'>, as: Person | Role): Promise<Told>;
  put(operationId: string, asked: Pick<Ask, 'params' | 'body'>): Promise<Told>;
}

export type Scenario = (say: Say) => Promise<Told>;

/** Scenarios by route and by the code each must be answered with. */
export type Scenarios = Readonly<Record<string, Readonly<Record<string, Scenario>>>>;

/** One with the role, but at home in another commune. */
export const stranger = (role: Role): Person => ({
  username: `${role}-elsewhere`,
  roles: [role],
  areas: [ELSEWHERE],
});

/** The answer to the second of two commands that say the same under keys of their own. */
export async function twice(say: Say, command: Command, again: Command = command): Promise<Told> {
  await unlessTheyMeet(say, command);
  return unlessTheyMeet(say, again);
}

/** Acts that meet on one source are sent again, as a client would. */
async function unlessTheyMeet(say: Say, command: Command): Promise<Told> {
  const told = await say.give(command);
  return told.problem?.code === 'version-stale' ? unlessTheyMeet(say, command) : told;
}

export function sayOn(stage: () => Stage): Say {
  const send = async (route: Route, as: Person | Role, asked: Ask): Promise<Told> => {
    const { cloud } = stage();
    const token = await (typeof as === 'string' ? cloud.token(as) : cloud.tokenFor(as));
    return ask(cloud.frontUrl, route, { ...asked, token });
  };
  return {
    give: ({ by, route, params, body }, as) =>
      send(route, as ?? (by as Role), { params, body, key: randomUUID() }),
    get: (operationId, asked, as) => send(routeCalled(operationId), as, asked),
    put: (operationId, asked) => send(routeCalled(operationId), 'administrator', asked),
  };
}
