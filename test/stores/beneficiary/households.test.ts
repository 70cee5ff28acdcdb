import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import type { Vault } from '#beneficiary/registry/adapters/vault.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { person, testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import {
  beneficiary,
  chair,
  dyingAfterCommit,
  everything,
  fakeKeyService,
  HA_TU,
  household,
  nearPoor,
  officer,
} from './fixture.ts';

const { getHousehold, listHouseholds } = BENEFICIARY_ROUTES;

let table: Table;

let vault: Vault;

let service: ReturnType<typeof beneficiary>;

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  vault = openVault(table, fakeKeyService());
  service = beneficiary(table, vault);
  await service.loadReference();
  await service.register(household('hh-0'));
});

function refused(code: string) {
  return expect.objectContaining({ code }) as unknown;
}

function read(householdId: string, caller = officer, asOf = '2026-11-24') {
  return service.call(getHousehold, { params: { householdId }, query: { asOf }, caller });
}

describe('registering a household', () => {
  it('keeps persons, locks and fact together, and gives the numbers back to the commune only', async () => {
    const body = household('hh-1');
    const nationalId = body.persons[0]?.nationalId ?? '';
    await expect(service.register(body)).resolves.toEqual({ id: 'hh-1', version: 1 });
    expect((await read('hh-1')).persons[0]).toMatchObject({ nationalId, phone: '0912345678' });
    const auditor = await read('hh-1', person('auditor'));
    expect(auditor.persons[0]).toMatchObject({
      nationalId: `••••••••${nationalId.slice(-4)}`,
      phone: '••••••5678',
    });
    await expect(read('hh-1', person('auditor', { areas: ['06658-2025'] }))).rejects.toEqual(
      refused('area-not-allowed'),
    );
    await expect(read('hh-1', officer, '2026-11-23')).rejects.toEqual(refused('not-found'));
  });

  it('leaves no national id or telephone number readable anywhere in the table', async () => {
    const stored = JSON.stringify(await everything(table));
    expect(stored).toContain('Nguyễn Thị Lan');
    expect(stored).not.toMatch(/022185\d{6}/);
    expect(stored).not.toContain('0912345678');
  });

  it('answers a repetition with the first answer and refuses the key for other content', async () => {
    const body = household('hh-2');
    await service.register(body, testAct({ key: 'key-hh-2', hash: 'one' }));
    await expect(service.register(body, testAct({ key: 'key-hh-2', hash: 'one' }))).rejects.toThrow(Replay);
    await expect(service.register(body, testAct({ key: 'key-hh-2', hash: 'two' }))).rejects.toEqual(
      refused('idempotency-key-reused'),
    );
  });

  it('answers as if nothing had happened when the function died after its commit', async () => {
    const body = household('hh-crash');
    const act = () => testAct({ key: 'key-hh-crash', hash: 'same' });
    await expect(beneficiary(dyingAfterCommit(table), vault).register(body, act())).rejects.toThrow('died');
    await expect(service.register(body, act())).rejects.toMatchObject({
      answer: { id: 'hh-crash', version: 1 },
    });
  });

  it('writes nothing in a dry run, and still says what stands in the way', async () => {
    const before = (await everything(table)).length;
    const dry = () => testAct({ dryRun: true });
    const fresh = household('hh-dry');
    await expect(service.register(fresh, dry())).resolves.toEqual({ id: 'hh-dry', version: 1 });
    await expect(service.register({ ...fresh, householdId: 'hh-1' }, dry())).rejects.toEqual(
      refused('already-exists'),
    );
    expect(await everything(table)).toHaveLength(before);
  });

  it('refuses an id and a national id that are taken, without telling whose it is', async () => {
    const first = household('hh-3');
    await service.register(first);
    await expect(service.register(household('hh-3'))).rejects.toEqual(refused('already-exists'));
    await expect(service.register({ ...first, householdId: 'hh-4' })).rejects.toMatchObject({
      code: 'national-id-already-registered',
      facts: {},
      fields: [{ pointer: '/persons/0/nationalId' }],
    });
    await expect(read('hh-4')).rejects.toEqual(refused('not-found'));
  });

  it('lets one of several registrations of the same national id win', async () => {
    const body = household('hh-race');
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => service.register({ ...body, householdId: `hh-race-${n}` })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toEqual(refused('national-id-already-registered'));
    }
  });

  it('refuses other areas, days ahead, and communes not in force', async () => {
    await expect(service.register(household('hh-5', { communeId: '06658-2025' }))).rejects.toEqual(
      refused('area-not-allowed'),
    );
    await expect(service.register(household('hh-5', { effectiveOn: '2026-11-25' }))).rejects.toEqual(
      refused('effective-day-in-future'),
    );
    await expect(service.register(household('hh-5', { effectiveOn: '2025-06-30' }))).rejects.toEqual(
      refused('commune-not-in-force'),
    );
    await expect(
      service.register(household('hh-5', { communeId: '99999-2025' }), testAct(), person('commune-officer')),
    ).rejects.toEqual(refused('commune-not-in-force'));
  });

  it('keeps the head of a household within 1 KB', async () => {
    const heads = (await everything(table)).filter(
      ({ sk, pk }) => sk === 'HEAD' && String(pk).startsWith('HOUSEHOLD'),
    );
    const sizes = heads.map((item) => Buffer.byteLength(JSON.stringify(marshall(item))));
    expect(Math.max(...sizes)).toBeLessThan(1024);
  });
});

describe('recording a class', () => {
  it('shows the household as of any day, with who decided what', async () => {
    await service.register(household('hh-6', { effectiveOn: '2026-01-01' }));
    const act = (hash: string) => testAct({ hash });
    await service.classify('hh-6', { ...nearPoor, effectiveOn: '2026-02-01' }, act('a'));
    await service.classify(
      'hh-6',
      { ...nearPoor, category: 'poor', lacking: 4, effectiveOn: '2026-11-20' },
      act('b'),
    );
    const classes = async (asOf: string) =>
      (await read('hh-6', officer, asOf)).classifications.map(({ category, inForce }) => [category, inForce]);
    expect(await classes('2026-01-31')).toEqual([]);
    expect(await classes('2026-03-01')).toEqual([['near-poor', true]]);
    expect(await classes('2026-11-24')).toEqual([
      ['poor', true],
      ['near-poor', false],
    ]);
    expect((await read('hh-6')).classifications[0]).toMatchObject({
      standardId: 'national-2022',
      standardRevision: 1,
      incomePerPerson: '1800000',
      until: '2026-12-31',
      recordedBy: 'commune-chair',
      decision: nearPoor.decision,
    });
  });

  it('is refused for what is unknown, elsewhere, stale or before the last fact', async () => {
    await service.register(household('hh-7'));
    const attempts = [
      ['not-found', () => service.classify('hh-unknown', nearPoor)],
      [
        'area-not-allowed',
        () => service.classify('hh-7', nearPoor, testAct(), { ...chair, areas: ['06658-2025'] }),
      ],
      ['version-stale', () => service.classify('hh-7', { ...nearPoor, expectedVersion: 2 })],
      ['standard-unknown', () => service.classify('hh-7', { ...nearPoor, standardId: 'national-1999' })],
      ['before-last-fact', () => service.classify('hh-7', { ...nearPoor, effectiveOn: '2026-11-23' })],
      ['effective-day-in-future', () => service.classify('hh-7', { ...nearPoor, effectiveOn: '2026-11-25' })],
    ] as const;
    for (const [code, attempt] of attempts) await expect(attempt()).rejects.toEqual(refused(code));
  });

  it('happens once for a key, however often it is tried', async () => {
    await service.register(household('hh-8'));
    const act = () => testAct({ key: 'classify-hh-8', hash: 'same' });
    await service.classify('hh-8', nearPoor, act());
    await expect(service.classify('hh-8', nearPoor, act())).rejects.toThrow(Replay);
    expect((await read('hh-8')).version).toBe(2);
  });

  it('loses none of several at once', async () => {
    await service.register(household('hh-9'));
    await Promise.all([1, 2, 3, 4].map(() => service.classify('hh-9', nearPoor)));
    const { version, classifications } = await read('hh-9');
    expect(version).toBe(5);
    expect(classifications).toHaveLength(4);
  });
});

describe('the households of a commune', () => {
  it('come page by page, with their class, for those who reach the commune', async () => {
    const list = (query: { communeId: string; limit?: string; cursor?: string }) =>
      service.call(listHouseholds, { query, caller: officer });
    const first = await list({ communeId: HA_TU, limit: '3' });
    expect(first.items).toHaveLength(3);
    const second = await list({ communeId: HA_TU, cursor: first.next ?? '' });
    const ids = [...first.items, ...second.items].map(({ householdId }) => householdId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...first.items, ...second.items]).toContainEqual({
      householdId: 'hh-6',
      villageName: 'Khu 1',
      representativeName: 'Nguyễn Thị Lan',
      members: 1,
      nationalCategory: 'poor',
      provinceCategory: null,
    });
    await expect(list({ communeId: '06658-2025' })).rejects.toEqual(refused('area-not-allowed'));
  });
});
