import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCloud, type Cloud } from '#infra/local/cloud.ts';
import type { FaultRule } from '#infra/local/faults.ts';
import { parcelClient, synthesiseParcels } from './fixture/parcels.ts';

const templates = synthesiseParcels();
let cloud: Cloud;
let client: ReturnType<typeof parcelClient>;

beforeAll(async () => {
  cloud = await startCloud({ outDir: templates.outDir, dataDir: 'memory' });
  client = parcelClient(cloud.apiUrl, await cloud.token('credit-officer'));
});
afterEach(() => {
  cloud.faults.clear();
  cloud.setBusinessDay(null);
});
afterAll(async () => {
  await cloud.stop();
  templates.remove();
});

async function sendMany(name: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  const statuses = await Promise.all(ids.map((id) => client.send(id)));
  expect(new Set(statuses)).toEqual(new Set([201]));
  return ids;
}

function deliveriesOf(ids: readonly string[]): Promise<number[]> {
  return Promise.all(ids.map((id) => client.deliveries(id)));
}

const faulty = (...rules: FaultRule[]): void => {
  cloud.faults.set({ seed: 7, rules });
};

describe('from the API to the consumer', () => {
  it('carries a fact over stream, pipe, bus and queue exactly once when nothing goes wrong', async () => {
    const ids = await sendMany('plain', 25);
    await cloud.settled();
    expect(await deliveriesOf(ids)).toEqual(ids.map(() => 1));
    const event = cloud.inspect
      .events()
      .find(({ event: { detail } }) => JSON.stringify(detail).includes('plain-3'));
    expect(event).toMatchObject({
      bus: 'parcels',
      event: { 'detail-type': 'ParcelSent', source: 'parcels' },
    });
  });

  it('tries a refused message again, then parks it by way of the dead letters', async () => {
    await client.send('refused', { refuse: true });
    await cloud.settled();
    expect(await cloud.inspect.parked()).toMatchObject([
      { table: 'parcels', item: { sk: 'parcel-refused' } },
    ]);
    expect(await client.deliveries('refused')).toBe(0);
  });

  it('refuses a call that the role does not allow, and names the statement that is missing', async () => {
    await client.send('forbidden', { forbidden: true });
    await cloud.settled();
    expect(cloud.inspect.denied()[0]).toMatchObject({
      principal: 'parcels-consumer',
      action: 'dynamodb:UpdateItem',
      missing: expect.stringContaining('table/somebody-elses-table') as string,
    });
    expect(cloud.inspect.logs('parcels-consumer').join()).toContain('AccessDenied');
  });
});

describe('with faults switched on', () => {
  it('delivers again what a queue delivers twice', async () => {
    faulty({ kind: 'duplicate', probability: 1, action: 'sqs:Deliver', where: 'parcels' });
    const ids = await sendMany('twice', 5);
    await cloud.settled();
    expect(await deliveriesOf(ids)).toEqual(ids.map(() => 2));
  });

  it('delivers again what a pipe delivers twice', async () => {
    faulty({ kind: 'duplicate', probability: 1, action: 'pipe:Deliver' });
    const ids = await sendMany('pipe-twice', 5);
    await cloud.settled();
    expect(await deliveriesOf(ids)).toEqual(ids.map(() => 2));
  });

  it('loses nothing when consumers are killed, throttled, failed before and after the commit', async () => {
    const where = 'parcels-consumer';
    faulty(
      { kind: 'fail-before', probability: 0.2, where },
      { kind: 'fail-after-commit', probability: 0.2, where, action: 'dynamodb:UpdateItem' },
      { kind: 'throttle', probability: 0.2, where },
      { kind: 'reorder', probability: 0.5 },
      { kind: 'delay', probability: 0.2, action: 'sqs:Deliver' },
      { kind: 'kill', probability: 0.1, where, action: 'lambda:Invoke', limit: 2 },
    );
    const ids = await sendMany('storm', 30);
    await cloud.settled();
    const kinds = new Set(cloud.faults.struck.map(({ kind }) => kind));
    expect(kinds).toContain('fail-after-commit');
    const parked = (await cloud.inspect.parked()).map(({ item }) => item['sk']);
    const arrived = await deliveriesOf(ids);
    const lost = ids.filter((id, index) => arrived[index] === 0 && !parked.includes(`parcel-${id}`));
    expect(lost).toEqual([]);
  });

  it('answers for every message, however often the queue does not hear', async () => {
    const where = 'parcels-consumer';
    faulty({ kind: 'fail-before', probability: 0.8, where, action: 'sqs:DeleteMessageBatch', limit: 40 });
    const ids = await sendMany('unheard', 12);
    await cloud.settled();
    expect(
      cloud.faults.struck.filter(({ action }) => action === 'sqs:DeleteMessageBatch').length,
    ).toBeGreaterThan(2);
    // A message let go of unanswered would come again when its hold runs out.
    expect(await deliveriesOf(ids)).toEqual(ids.map(() => 1));
  });

  it('goes on after the relay failed for a while', async () => {
    faulty({ kind: 'kill', probability: 1, where: 'parcels-relay', action: 'lambda:Invoke', limit: 2 });
    const ids = await sendMany('relay', 4);
    await cloud.settled();
    expect(await deliveriesOf(ids)).toEqual(ids.map(() => 1));
  });
});

describe('the edge', () => {
  const get = (path: string, token?: string): Promise<Response> =>
    fetch(
      `${cloud.apiUrl}${path}`,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
  const person = { username: 'lan', roles: ['auditor'], areas: ['22'] };

  it('lets a person in and gives the function the claims as API Gateway writes them', async () => {
    const response = await get(
      '/v1/parcels/mine',
      await cloud.tokenFor({ ...person, roles: ['auditor', 'credit-officer'] }),
    );
    expect(await response.json()).toMatchObject({
      routeKey: 'GET /v1/parcels/mine',
      jwt: {
        claims: {
          'cognito:username': 'lan',
          'cognito:groups': '[auditor credit-officer]',
          'custom:areas': '22',
        },
      },
    });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', () => Promise.resolve(undefined)],
    ['nonsense', () => Promise.resolve('nonsense')],
    ['an expired token', () => cloud.tokenFor(person, { expiresIn: -60 })],
    ['another issuer', () => cloud.tokenFor(person, { issuer: 'https://elsewhere.example/pool' })],
    ['another audience', () => cloud.tokenFor(person, { audience: 'somebody-else' })],
    ['a forged token', async () => `${(await cloud.tokenFor(person)).slice(0, -8)}AAAAAAAA`],
    ['an unsigned token', async () => unsigned(await cloud.tokenFor(person))],
  ])('answers 401 to %s', async (_name, token) => {
    const response = await get('/v1/parcels/mine', await token());
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('asks for the scope of a route', async () => {
    expect((await get('/v1/robots-only', await cloud.token('credit-officer'))).status).toBe(403);
    const response = await get('/v1/robots-only', await cloud.machineToken('robot'));
    expect(await response.json()).toMatchObject({
      jwt: { scopes: ['parcels/read'], claims: { token_use: 'access' } },
    });
  });

  it('knows no other routes', async () => {
    expect((await get('/v1/unknown', await cloud.token('auditor'))).status).toBe(404);
  });
});

describe('clock and inspector', () => {
  it('shows functions the business day that was set', async () => {
    cloud.setBusinessDay('2025-07-01');
    const headers = { authorization: `Bearer ${await cloud.token('auditor')}` };
    const response = await fetch(`${cloud.apiUrl}/v1/parcels/dated`, { method: 'POST', headers, body: '{}' });
    const { today } = (await response.json()) as { today: string };
    const inVietnam = new Date(Date.parse(today) + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(inVietnam).toBe('2025-07-01');
  });

  it('shows what goes on inside, and takes orders only from its own page', async () => {
    const page = await (await fetch(cloud.inspectorUrl)).text();
    expect(page).toContain('ParcelSent');
    expect(page).toContain('parcels-dead-letters');
    const order = (origin: string): Promise<Response> =>
      fetch(`${cloud.inspectorUrl}/business-day`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin },
        body: new URLSearchParams({ day: '2026-01-05' }),
      });
    expect((await order('https://elsewhere.example')).status).toBe(403);
    expect((await order(cloud.inspectorUrl)).status).toBe(303);
    expect(cloud.inspect.clock().today).toBe('2026-01-05');
  });
});

function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}
