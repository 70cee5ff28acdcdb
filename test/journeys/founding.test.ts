import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cloud } from '#infra/local/cloud.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import { readInvestors } from '#shared/reference/reference-data.ts';
import { loadFounding } from '#test/province/founding/load-founding.ts';
import { inParallel } from '#test/province/in-parallel.ts';
import { loadFunds } from '#test/province/load-funds.ts';
import { startTestCloud } from '#test/support/test-cloud.ts';
import * as give from '#test/support/world/commands.ts';
import { AT_A_TIME, openWorld, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';

/** The day of the founding text, and the instant at which nothing but the history was known. */
const FOUNDING_DAY = '2023-07-31';

const LATER = '2026-06-16';

const FOUNDING: readonly IndicatorId[] = ['cap-01', 'cap-02', 'cap-03', 'cap-04', 'cap-05'];

let cloud: Cloud;

let world: World;

let knownOn: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  world = openWorld(cloud);
  cloud.setBusinessDay(TODAY);
  const loader = world.doors.system('reference-loader');
  await inParallel(readInvestors(), AT_A_TIME, ({ investorId, ...body }) =>
    loader.call(CAPITAL_ROUTES.putInvestor, { params: { investorId }, body }),
  );
  await loadFounding(world.doors, AT_A_TIME, () => undefined);
  await cloud.settled();
  // Midnight passes: the day is folded and sealed, and from here on everything is later.
  cloud.setBusinessDay(LATER);
  await cloud.settled();
  knownOn = '2026-06-15T16:59:59.999Z';
});

afterAll(() => cloud.stop());

const leader = () => world.doors.as('provincial-leader');

const indicator = (indicatorId: IndicatorId, query: { knownOn?: string; asOf?: string } = {}) =>
  leader().call(CAPITAL_ROUTES.getIndicator, {
    params: { indicatorId },
    query: { asOf: FOUNDING_DAY, ...query },
  });

const rows = (
  indicatorId: IndicatorId,
  query: { knownOn?: string; by?: 'decision'; sourceId?: string } = {},
) =>
  leader().call(CAPITAL_ROUTES.listIndicatorRows, {
    params: { indicatorId },
    query: { asOf: FOUNDING_DAY, limit: '50', ...query },
  });

const series = (indicatorId: IndicatorId, asKnownOn: string) =>
  leader().call(CAPITAL_ROUTES.getIndicatorSeries, {
    params: { indicatorId },
    query: { from: '2014-01-01', to: FOUNDING_DAY, by: 'year', knownOn: asKnownOn },
  });

const everything = async (): Promise<string> => {
  const answers: unknown[] = [];
  for (const id of FOUNDING)
    answers.push(await indicator(id, { knownOn }), await rows(id, { knownOn }), await series(id, knownOn));
  return JSON.stringify(answers);
};

test('the founding figures come out of the history, with the rows beneath', async () => {
  expect(await indicator('cap-01')).toMatchObject({ value: '1020300000000' });
  expect(await indicator('cap-02')).toMatchObject({ value: '2300', denominator: '4435300000000' });
  expect(await indicator('cap-03')).toMatchObject({ value: '984200000000', base: '2014-11-22' });
  expect(await indicator('cap-04')).toMatchObject({ value: '2826', denominator: '36100000000' });
  expect(await indicator('cap-05')).toMatchObject({ value: '7', table: { provinces: 63 } });
  const { items } = await rows('cap-02');
  expect(items).toHaveLength(16);
  const sum = (name: string): bigint =>
    items
      .flatMap(({ terms }) => terms)
      .reduce((total, term) => total + (term.name === name ? BigInt(term.amount) : 0n), 0n);
  expect(sum('local-fund')).toBe(1_020_300_000_000n);
  expect(sum('total-fund')).toBe(4_435_300_000_000n);
  const decisions = await rows('cap-01', { by: 'decision', sourceId: 'founding-province' });
  expect(decisions.items).toHaveLength(10);
  expect(decisions.items[0]?.entry?.decision?.number).toContain('(hư cấu)');
  expect(await indicator('cap-01', { asOf: '2024-12-31' })).toMatchObject({ value: '1650000000000' });
});

test('later and backdated facts change what is known now, and nothing of what was known then', async () => {
  const before = await everything();
  const source = 'founding-late-district';
  await world.must(give.openSource(source, '2016-01-04', { investorId: 'former-district-van-don' }));
  await world.must(give.receiveCapital(source, '50000000000', '2018-05-02'));
  await world.must(give.receiveCapital('founding-province', '9000000000', '2020-01-15', {}));
  await world.must(give.receiveCapital('founding-central', '1000000000', LATER));
  await cloud.settled();
  expect(await everything()).toBe(before);
  expect(await indicator('cap-01')).toMatchObject({ value: '1079300000000' });
  expect((await rows('cap-01')).items).toHaveLength(17);
  expect(await indicator('cap-02')).toMatchObject({ denominator: '4494300000000' });
});

test('loaded a second time, the history changes nothing', async () => {
  await loadFounding(world.doors, AT_A_TIME, () => undefined);
  await cloud.settled();
  expect(await indicator('cap-01')).toMatchObject({ value: '1079300000000' });
});

test('the thirteen funds of the districts are handed over: the holder changes, the origin and the sums do not', async () => {
  const officer = world.doors.as('finance-officer');
  const load = () => loadFunds(world.doors, AT_A_TIME, [], TODAY);
  await load();
  await cloud.settled();
  await load();
  const held = await officer.call(CAPITAL_ROUTES.getHoldings, {
    params: { sourceId: 'founding-province' },
    query: { asOf: '2025-07-01' },
  });
  expect(held.holds).toHaveLength(14);
  const before = await officer.call(CAPITAL_ROUTES.getHoldings, {
    params: { sourceId: 'founding-province' },
    query: { asOf: '2025-06-30' },
  });
  expect(before.holds).toHaveLength(1);
  expect(BigInt(held.totals.fund) - BigInt(before.totals.fund)).toBe(456_000_000_000n);
  const district = await officer.call(CAPITAL_ROUTES.getSource, {
    params: { sourceId: 'founding-ha-long' },
    query: { asOf: '2025-07-01' },
  });
  expect(district).toMatchObject({
    investor: { investorId: 'former-district-ha-long' },
    holder: { sourceId: 'founding-province', since: '2025-07-01' },
  });
  expect(await indicator('cap-01')).toMatchObject({ value: '1079300000000' });
  const late = await officer.call(CAPITAL_ROUTES.listLateTranches, { query: { asOf: TODAY, limit: '50' } });
  expect(late.items).toMatchObject([{ remaining: '180000000000', daysLate: 76 }]);
});
