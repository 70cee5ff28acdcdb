import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { INDICATOR_IDS } from '#shared/contracts/capital/indicators/catalogue.ts';
import { addDays, businessDay, businessDayOf } from '#shared/domain/business-day.ts';
import { person } from '#test/support/acts.ts';
import { COMMUNE, fund, lending, openCapital, PROGRAMME, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { law, rows, series, value } from './figures-on-dynamo.ts';
import { actNow, setClock } from './ledger-on-dynamo.ts';

const {
  getIndicator,
  listIndicators,
  listIndicatorTargets,
  listOpportunityRates,
  putIndicatorTarget,
  putOpportunityRate,
} = CAPITAL_ROUTES;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('idle capital and the plan', () => {
  async function lent(): Promise<Capital> {
    setClock('2026-03-31T09:00');
    const capital = await openCapital(inject('dynamoEndpoint'));
    await fund(capital, '1500', '1000', actNow);
    await capital.deliver(lending.approved('loan-1', '400'), lending.approved('loan-2', '250'));
    await capital.deliver(lending.disbursed('loan-1', '400'), lending.repaid('loan-1', '150', '2', 5));
    await capital.project();
    return capital;
  }

  it('tells what is not lent by where it lies, of a source and of a commune', async () => {
    const capital = await lent();
    const asOf = '2026-03-31';
    const names = async (query: Record<string, string>) =>
      Object.fromEntries(
        (await value(capital, 'idle-capital', { asOf, ...query })).terms.map((one) => [one.name, one.amount]),
      );
    expect(await names({})).toEqual({ unallocated: '500', available: '500', reserved: '250' });
    expect(await names({ communeId: COMMUNE })).toEqual({
      unallocated: '0',
      available: '500',
      reserved: '250',
    });
    expect(await names({ communeId: '06760-2025' })).toEqual({});
    expect(await value(capital, 'plan-result', { asOf })).toMatchObject({
      value: '2500',
      numerator: '250',
      denominator: '1000',
    });
    const { items } = await rows(capital, 'plan-result', { asOf, communeId: COMMUNE });
    expect(items).toMatchObject([
      {
        sourceId: SOURCE,
        programmeId: PROGRAMME,
        communeId: COMMUNE,
        terms: expect.arrayContaining([{ name: 'lent', amount: '250' }]) as unknown,
      },
    ]);
  });

  it('costs what it could earn each day, at the rate known on the instant', async () => {
    const capital = await lent();
    const rate = (percent: string) =>
      capital.call(putOpportunityRate, {
        params: { rateId: 'treasury' },
        body: { rate: percent, from: '2026-01-01', to: null, source: law },
        act: actNow(),
      });
    const cost = (query: Record<string, string> = {}) =>
      value(capital, 'idle-cost', { asOf: '2026-01-31', ...query });
    expect(await cost()).toMatchObject({ value: null, missing: ['opportunity-rate'] });
    await rate('36.5');
    const knownOn = new Date().toISOString();
    // Twelve days of 1 500 at 0.1 % a day.
    expect(await cost()).toMatchObject({ value: '18', base: '2026-01-01' });
    setClock('2026-04-02T09:00');
    await rate('73');
    expect(await cost()).toMatchObject({ value: '36' });
    expect(await cost({ knownOn })).toMatchObject({ value: '18' });
    const { points } = await series(capital, 'idle-cost', {
      from: '2026-01-01',
      to: '2026-02-10',
      by: 'month',
    });
    expect(points.map((point) => point.value)).toEqual([
      '36',
      String((1500n * 10n * 2n - 400n * 6n * 2n) / 1000n),
    ]);
    const page = await capital.call(listOpportunityRates, {});
    expect(page.items).toMatchObject([{ rateId: 'treasury', rate: '73' }]);
  });

  it('is refused where the data do not tell it', async () => {
    const capital = await lent();
    const refused = { code: 'indicator-filter-refused' };
    await expect(value(capital, 'cap-01', { communeId: COMMUNE })).rejects.toMatchObject(refused);
    await expect(value(capital, 'idle-capital', { programmeId: PROGRAMME })).rejects.toMatchObject(refused);
    await expect(value(capital, 'cap-05', { sourceId: SOURCE })).rejects.toMatchObject(refused);
    await expect(rows(capital, 'plan-result')).rejects.toMatchObject(refused);
    await expect(rows(capital, 'cap-01', { by: 'decision' })).rejects.toMatchObject(refused);
    await expect(rows(capital, 'cap-01', { by: 'quota', sourceId: SOURCE })).rejects.toMatchObject(refused);
    await expect(rows(capital, 'cap-05', { by: 'source' })).rejects.toMatchObject(refused);
    const outOfRange = { code: 'series-range-refused' };
    await expect(value(capital, 'cap-03', { base: '2024-01-01' })).rejects.toMatchObject(outOfRange);
    await expect(value(capital, 'idle-cost', { base: '2020-01-01' })).rejects.toMatchObject(outOfRange);
    const day = businessDay(businessDayOf(Date.now()));
    const range = { from: addDays(day, -400), to: day, by: 'day' };
    await expect(series(capital, 'cap-01', range)).rejects.toMatchObject(outOfRange);
    await expect(series(capital, 'idle-cost', { ...range, by: 'year' })).rejects.toMatchObject(outOfRange);
    const future = new Date(Date.now() + 1000).toISOString();
    await expect(value(capital, 'cap-01', { knownOn: future })).rejects.toMatchObject({
      code: 'known-on-in-future',
    });
    const elsewhere = person('branch-planner', { areas: ['06760-2025'] });
    const narrowed = { params: { indicatorId: 'idle-capital' as const }, act: actNow(), caller: elsewhere };
    for (const query of [{}, { communeId: COMMUNE }]) {
      await expect(capital.call(getIndicator, { ...narrowed, query })).rejects.toMatchObject({
        code: 'area-not-allowed',
      });
    }
  });
});

it('shows targets in the catalogue while they are in force, and refuses days in the wrong order', async () => {
  setClock('2026-03-31T09:00');
  const capital = await openCapital(inject('dynamoEndpoint'));
  const put = (targetId: string, to: string | null) =>
    capital.call(putIndicatorTarget, {
      params: { targetId },
      body: { indicatorId: 'cap-02', bound: 'at-least', value: '1500', from: '2025-01-01', to, source: law },
      act: actNow(),
    });
  await put('share-now', null);
  await put('share-past', '2025-12-31');
  await expect(put('share-never', '2024-12-31')).rejects.toMatchObject({ code: 'figure-days-refused' });
  const { items } = await capital.call(listIndicators, { act: actNow() });
  expect(items.map(({ indicatorId }) => indicatorId)).toEqual([...INDICATOR_IDS]);
  expect(items.flatMap(({ targets }) => targets.map(({ targetId }) => targetId))).toEqual(['share-now']);
  expect((await capital.call(listIndicatorTargets, {})).items).toHaveLength(2);
});
