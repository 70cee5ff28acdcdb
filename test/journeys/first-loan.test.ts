import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cloud } from '#infra/local/cloud.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { openDoors } from '#test/province/doors.ts';
import type { Doors } from '#test/province/doors.ts';
import { loadReference } from '#test/province/load-reference.ts';
import { loadProvince } from '#test/province/load.ts';
import { startTestCloud } from '#test/support/test-cloud.ts';
import { listenTo } from './bus.ts';
import { playFirstLoan } from './first-loan.ts';
import { createNarrator } from './narrator.ts';
import { openStage } from './steps/stage.ts';

let cloud: Cloud;

let doors: Doors;

beforeAll(async () => {
  cloud = await startTestCloud();
  doors = openDoors(cloud);
});

afterAll(async () => {
  await cloud.stop();
});

describe('reference data', () => {
  test('load through the API; loading twice changes nothing', async () => {
    const first = await loadReference(doors, 8);
    expect(first.changed).toBe(first.records);
    expect((await loadReference(doors, 8)).changed).toBe(0);
  });

  test.each([
    ['2024-06-30', 'Phường Hà Phong'],
    ['2026-06-30', 'Phường Hà Tu'],
  ])('code 06652 on %s is %s', async (on, name) => {
    const area = await doors
      .as('auditor')
      .call(BENEFICIARY_ROUTES.resolveAreaCode, { params: { code: '06652' }, query: { on } });
    expect(area.nameVi).toBe(name);
  });

  test('answer with the terms of the day', async () => {
    const rateOn = async (on: string) => {
      const query = { params: { programmeId: 'job-creation' }, query: { on } };
      return (await doors.as('auditor').call(LENDING_ROUTES.getProgramme, query)).inForce?.ratePerYear;
    };
    expect([await rateOn('2025-12-31'), await rateOn('2026-01-01')]).toEqual(['7.92', '8.382']);
  });
});

test('the journey of one loan holds from the decision to the household and back', async () => {
  const lines: string[] = [];
  const tell = createNarrator((line) => lines.push(line));
  await cloud.settled();
  await playFirstLoan(
    openStage(cloud, 'told0001', tell.witness),
    listenTo(cloud.inspectorUrl, 'told0001'),
    tell,
  );
  expect(tell.failures(), lines.join('\n')).toBe(0);
});

test('a small demonstration loads; loading it again sends nothing new into the ledger', async () => {
  const said: string[] = [];
  const load = () =>
    loadProvince({
      ...cloud,
      empty: false,
      communes: 2,
      progress: (line) => said.push(line),
    });
  const ledger = async () => {
    const { items } = await doors.as('auditor').call(CAPITAL_ROUTES.listSources, { query: {} });
    return await Promise.all(
      items.map(({ sourceId }) =>
        doors.as('auditor').call(CAPITAL_ROUTES.getSource, { params: { sourceId }, query: {} }),
      ),
    );
  };
  await load();
  const once = await ledger();
  expect(once.some(({ totals }) => BigInt(totals.lent) > 0n)).toBe(true);
  await load();
  expect(await ledger()).toEqual(once);
  expect(said.filter((line) => line.startsWith('!'))).toEqual([]);
});
