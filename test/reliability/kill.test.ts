import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Connection } from '#infra/local/running.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Doors, Entrance } from '#test/province/doors.ts';
import { openStage } from '#test/journeys/steps/stage.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import { TODAY } from '#test/support/world/small-world.ts';
import { brokenIdentities } from './identities.ts';
import { pictureOf, playLives } from './lives.ts';
import type { Lives } from './lives.ts';
import { parkedEvents } from './parked.ts';
import { platformProcess } from './platform-process.ts';
import type { PlatformProcess } from './platform-process.ts';

const SEED = 20261124;
const KILLS = 4;
/** About as many commands as a run gives. */
const COMMANDS = 36;
const ACCOUNTS = [
  'finance-officer',
  'branch-planner',
  'branch-director',
  'credit-officer',
  'commune-officer',
  'commune-chair',
  'organisation-officer',
  'auditor',
  'administrator',
  'provincial-leader',
];

interface Answered {
  readonly label: string;
  readonly operationId: string;
  readonly body: unknown;
  readonly replayed: boolean;
}

let platform: PlatformProcess;
const leftBehind: number[] = [];
let kills = 0;
/** Resolves when the platform is up again after the last kill. */
let up: Promise<unknown> = Promise.resolve();
let lives: Lives;
/** What was acknowledged while the platform was being killed, in the order of the answers. */
const acknowledged: Answered[] = [];

beforeAll(async () => {
  platform = await platformProcess(inject('cloudOutDir'));
});

afterAll(async () => {
  await platform.kill();
  platform.remove();
});

/** The same platform, whichever process it is at the moment. */
async function entranceOf(connection: Connection): Promise<Entrance & Pick<Connection, 'settled'>> {
  // Signing in is not what is tried here, and a token outlives the process that gave it.
  const tokens = new Map<string, string>();
  for (const account of ACCOUNTS) tokens.set(account, await connection.token(account));
  return {
    frontUrl: platform.frontUrl,
    // Each request asks for its token first, and so waits while the platform is down.
    token: async (account) => {
      await up;
      return tokens.get(account) ?? '';
    },
    machineToken: connection.machineToken,
    settled: restAfterKills,
  };
}

/** A kill in the midst of the wait begins it anew. */
async function restAfterKills(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await up;
    try {
      await (await platform.start()).settled();
      return;
    } catch (error) {
      if (tries === KILLS) throw error;
      await sleep(100);
    }
  }
}

/** A power cut, and power again. */
async function cutPower(): Promise<void> {
  leftBehind.push(...(await platform.kill()));
  kills += 1;
  await platform.start();
}

/** Between 0 and 1, the same for the same seed and name. */
function drawn(name: string): number {
  return createHash('sha256').update(`${SEED}|${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** A stage that notes every answer; before some commands, `strike` is given the time it takes to send them. */
function watched(stage: Stage, note: (answered: Answered) => void, strike: (nth: number) => void): Stage {
  let nth = 0;
  return {
    ...stage,
    command: async (account, label, route, call) => {
      nth += 1;
      strike(nth);
      const answer = await stage.command(account, label, route, call);
      note({
        label,
        operationId: (route as Route).operationId,
        body: answer.body,
        replayed: answer.replayed,
      });
      return answer;
    },
  };
}

describe('the platform, killed again and again', () => {
  it('takes up a load of reference data that was cut off', async () => {
    const connection = await platform.start();
    await connection.setBusinessDay(TODAY);
    await sleep(300 + 700 * drawn('load'));
    await cutPower();
    await platform.filled();
  });

  it('plays lives to their end, although it is killed in their midst', async () => {
    const entrance = await entranceOf(await platform.start());
    const strikes = new Set(
      Array.from({ length: KILLS }, (_, index) =>
        Math.ceil(((index + drawn(`strike ${index.toString()}`)) * COMMANDS) / KILLS),
      ),
    );
    let falling: Promise<unknown> = Promise.resolve();
    const stage = watched(
      openStage(entrance, 'killed'),
      (answered) => acknowledged.push(answered),
      (nth) => {
        if (!strikes.has(nth)) return;
        // Somewhere between the request and its answer; those who wait for an answer ask again until they get it.
        falling = sleep(60 * drawn(`moment ${nth.toString()}`)).then(() => {
          up = cutPower();
          return up;
        });
      },
    );
    lives = await playLives(stage, { settled: entrance.settled, atATime: 1 });
    await falling;
    expect(kills).toBe(KILLS + 1);
  });

  it('has lost nothing that was acknowledged: everything given again is a repetition', async () => {
    const entrance = await entranceOf(await platform.start());
    const again: Answered[] = [];
    const stage = watched(
      openStage(entrance, 'killed'),
      (answered) => again.push(answered),
      () => undefined,
    );
    await playLives(stage, { settled: entrance.settled, atATime: 1 });
    expect(again.filter(({ replayed }) => !replayed)).toEqual([]);
    const answers = (all: readonly Answered[]) =>
      all.map(({ label, body }) => ({ label, body })).sort(byLabel);
    expect(answers(again)).toEqual(answers(acknowledged));
  });

  it('has doubled nothing: the same lives without a kill leave the same', async () => {
    const entrance = await entranceOf(await platform.start());
    const stage = openStage(entrance, 'spared');
    const spared = await playLives(stage, { settled: entrance.settled, atATime: 1 });
    expect(await pictureOf(openStage(entrance, 'killed'), lives)).toEqual(await pictureOf(stage, spared));
    const { broken, looked } = await brokenIdentities(stage.doors);
    expect(looked).toBeGreaterThan(20);
    expect(broken).toEqual([]);
    expect(await lostForGood(stage.doors)).toEqual([]);
  });

  it('leaves no process behind', async () => {
    leftBehind.push(...(await platform.kill()));
    expect(leftBehind).toEqual([]);
  });
});

const byLabel = (a: { readonly label: string }, b: { readonly label: string }): number =>
  a.label < b.label ? -1 : 1;

/** Nothing may wait for a person: whatever crossed was sorted out by the services. */
async function lostForGood(doors: Doors): Promise<string[]> {
  const services = ['beneficiary', 'capital', 'lending'] as const;
  const parked = await Promise.all(services.map((service) => parkedEvents(doors, service)));
  return parked.flat().map(({ reason }) => reason);
}
