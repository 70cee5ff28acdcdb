import { beforeAll, expect, it } from 'vitest';
import type { FaultRule } from '#infra/local/faults.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { pictureOf, playLives } from './lives.ts';
import type { Lives } from './lives.ts';
import type { OneCloud, Service } from './one-cloud.ts';
import { parkedEvents, redrive } from './parked.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';

const WRITE = 'dynamodb:TransactWriteItems';

/** Nothing comes once, nothing comes in order, and who is to apply it falters on the way. */
const STORM: readonly FaultRule[] = [
  { kind: 'duplicate', probability: 1, action: 'sqs:Deliver' },
  { kind: 'reorder', probability: 1, action: 'sqs:Deliver' },
  { kind: 'delay', probability: 0.3, action: 'sqs:Deliver' },
  { kind: 'duplicate', probability: 0.5, action: 'pipe:Deliver' },
  { kind: 'reorder', probability: 1, action: 'pipe:Deliver' },
  { kind: 'delay', probability: 1, action: 'pipe:Deliver' },
  ...['-on-events', '-project-totals', '-project-forecast'].flatMap((where): FaultRule[] => [
    { kind: 'fail-after-commit', probability: 0.2, where, action: WRITE, limit: 8 },
    { kind: 'fail-before', probability: 0.1, where, action: WRITE, limit: 4 },
    { kind: 'conflict', probability: 0.2, where, limit: 8 },
    { kind: 'throttle', probability: 0.1, where, limit: 4 },
    { kind: 'kill', probability: 0.1, where, action: WRITE, limit: 3 },
  ]),
];

const CONSUMERS = [
  'beneficiary-on-events',
  'lending-on-events',
  'capital-on-events',
  'capital-project-totals',
  'capital-project-forecast',
];

export interface Calm {
  readonly picture: unknown;
}

/** What the same lives leave behind when everything comes once and in order. */
export function calmRun(shared: () => OneCloud): () => Calm {
  let calm: Calm | null = null;
  beforeAll(async () => {
    const stage = shared().stage('calm');
    const lives = await playLives(stage, { settled: shared().cloud.settled, atATime: 4 });
    calm = { picture: await pictureOf(stage, lives) };
  });
  return () => {
    if (calm === null) throw new Error('the calm run is not over yet');
    return calm;
  };
}

export function deliverySuite(shared: () => OneCloud, calm: () => Calm): void {
  let stage: Stage;
  let lives: Lives;

  beforeAll(async () => {
    const { cloud } = shared();
    stage = shared().stage('storm');
    cloud.faults.set({ seed: 20260615, rules: STORM });
    lives = await playLives(stage, { settled: cloud.settled, atATime: 4 });
    cloud.faults.clear();
    await sendRoundWhatTired(shared());
  });

  it('struck every consumer with duplicates, and every pipe with another order', () => {
    const { struck } = shared().cloud.faults;
    const struckAt = (kind: string): Set<string> =>
      new Set(struck.filter((strike) => strike.kind === kind).map(({ where }) => where));
    expect([...struckAt('duplicate')]).toEqual(
      expect.arrayContaining(CONSUMERS.map((name) => expect.stringContaining(name) as string)),
    );
    expect([...struckAt('reorder')]).toEqual(
      expect.arrayContaining(
        ['capital-outbox', 'lending-outbox'].map((name) => expect.stringContaining(name) as string),
      ),
    );
    expect([...struckAt('fail-after-commit')].length).toBeGreaterThan(1);
  });

  it('leaves what the calm leaves', async () => {
    expect(await pictureOf(stage, lives)).toEqual(calm().picture);
  });

  it('leaves it also when every event comes once more, the last one first', async () => {
    const { cloud, deliverAgain } = shared();
    const before = await parkedEverywhere(shared());
    const events = cloud.inspect.events().filter(({ event }) => JSON.stringify(event).includes('-storm'));
    expect(await deliverAgain(events)).toBeGreaterThan(50);
    await cloud.settled();
    expect(await pictureOf(stage, lives)).toEqual(calm().picture);
    expect(await parkedEverywhere(shared())).toEqual(before);
  });
}

const SERVICES: readonly Service[] = ['beneficiary', 'capital', 'lending'];

/** An event whose attempts were used up by faults is sent round again, as an administrator would. */
async function sendRoundWhatTired(shared: OneCloud): Promise<void> {
  const { doors } = shared.stage('storm');
  await inParallel(SERVICES, SERVICES.length, async (service) => {
    for (const parked of await parkedEvents(doors, service)) {
      if (parked.reason === 'attempts-exhausted' && parked.status === 'parked')
        await redrive(doors, service, parked);
    }
  });
  await shared.cloud.settled();
}

async function parkedEverywhere(shared: OneCloud): Promise<string[]> {
  const { doors } = shared.stage('storm');
  const all = await Promise.all(SERVICES.map((service) => parkedEvents(doors, service)));
  return all
    .flat()
    .map(({ eventId, consumer, status }) => `${eventId} ${consumer} ${status}`)
    .sort();
}
