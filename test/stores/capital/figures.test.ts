import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { INDICATOR_IDS } from '#shared/contracts/capital/indicators/catalogue.ts';
import { decision } from './capital-on-dynamo.ts';
import { founded, law, open, receive, rows, series, value } from './figures-on-dynamo.ts';
import { actNow, seal, setClock } from './ledger-on-dynamo.ts';

const { getNationalTable, listIndicators, putIndicatorTarget, putNationalTable } = CAPITAL_ROUTES;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const table = (own: string) => ({
  rows: [
    { provinceId: '01', name: 'Hà Nội', entrustedCapital: '9000' },
    { provinceId: '79', name: 'TP. Hồ Chí Minh', entrustedCapital: '8000' },
    { provinceId: '22', name: 'Quảng Ninh', entrustedCapital: own },
    { provinceId: '06', name: 'Bắc Kạn', entrustedCapital: '12' },
  ],
  source: 'Ngân hàng Chính sách xã hội (hư cấu)',
  confidence: 'memory' as const,
});

describe('the five indicators of Directive 40', () => {
  it('come from the ledger, with the number, what it is divided from and its terms', async () => {
    const capital = await founded();
    expect(await value(capital, 'cap-01')).toMatchObject({ value: '1020', unit: 'dong', rounding: null });
    expect(await value(capital, 'cap-02')).toMatchObject({
      value: '2300',
      numerator: '1020',
      denominator: '4435',
      unit: 'basis-points',
      rounding: 'half-up',
    });
    expect(await value(capital, 'cap-03')).toMatchObject({ value: '984', base: '2014-11-22' });
    expect(await value(capital, 'cap-04')).toMatchObject({
      value: '2833',
      numerator: '1020',
      denominator: '36',
    });
    expect(await value(capital, 'cap-03', { base: '2020-03-05' })).toMatchObject({ value: '284' });
    expect(await value(capital, 'cap-01', { sourceId: 'c-district' })).toMatchObject({ value: '294' });
    expect(await value(capital, 'growth-share', { base: '2019-12-31' })).toMatchObject({ value: '10000' });
    expect(await value(capital, 'growth-share')).toMatchObject({ value: null, missing: ['denominator'] });
  });

  it('are held against what contracts say on the day, else against records of their own', async () => {
    const capital = await founded();
    const record = (value: string) =>
      capital.call(putIndicatorTarget, {
        params: { targetId: 'share' },
        body: { indicatorId: 'cap-02', bound: 'at-least', value, from: '2014-01-01', to: null, source: law },
        act: actNow(),
      });
    await record('2500');
    expect(await value(capital, 'cap-02')).toMatchObject({
      target: { targetId: 'share', value: '2500', difference: '-200', isReached: false },
    });
    const targets = [{ name: 'share-of-capital' as const, atLeast: '15.5', from: '2023-01-01', to: null }];
    await open(capital, 'd-district', 'former-district', '2022-01-01', { targets });
    expect(await value(capital, 'cap-02')).toMatchObject({
      target: { targetId: 'contract-d-district', value: '1550', difference: '750', isReached: true },
    });
    const { points } = await series(capital, 'cap-02', { from: '2022-01-01', to: '2023-07-31', by: 'year' });
    expect(points.map(({ target }) => target)).toEqual(['2500', '1550']);
    const { items } = await capital.call(listIndicators, { act: actNow() });
    expect(items.find(({ indicatorId }) => indicatorId === 'cap-02')?.targets).toMatchObject([
      { targetId: 'contract-d-district' },
      { targetId: 'share' },
    ]);
  });

  it('rank the province by the newest national table, and say how far it is from the ledger', async () => {
    const capital = await founded();
    expect(await value(capital, 'cap-05')).toMatchObject({ value: null, missing: ['national-table'] });
    const put = (asOf: string, own: string) =>
      capital.call(putNationalTable, { params: { asOf }, body: table(own), act: actNow() });
    await put('2023-06-30', '1000');
    await put('2023-12-31', '8500');
    const early = await value(capital, 'cap-05');
    expect(early).toMatchObject({
      value: '3',
      table: { asOf: '2023-06-30', provinces: 4 },
      terms: [
        { name: 'table-fund', amount: '1000' },
        { name: 'local-fund', amount: '1020' },
        { name: 'table-difference', amount: '-20' },
      ],
    });
    expect(await value(capital, 'cap-05', { asOf: '2024-01-01' })).toMatchObject({ value: '2' });
    const knownOn = new Date().toISOString();
    setClock('2024-02-01T09:00');
    await put('2023-06-30', '9500');
    expect(await value(capital, 'cap-05')).toMatchObject({ value: '1' });
    expect(await value(capital, 'cap-05', { knownOn })).toEqual({ ...early, knownOn });
    const page = await rows(capital, 'cap-05', { limit: '3' });
    expect(page.items.map(({ province }) => province)).toMatchObject([
      { provinceId: '22', rank: 1 },
      { provinceId: '01', rank: 2 },
      { provinceId: '79', rank: 3 },
    ]);
    const rest = await rows(capital, 'cap-05', { limit: '3', cursor: page.next ?? '' });
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
    expect(await capital.call(getNationalTable, { params: { asOf: '2023-06-30' } })).toMatchObject(
      table('9500'),
    );
    const twice = { ...table('1'), rows: [...table('1').rows, ...table('1').rows] };
    for (const body of [twice, { ...table('1'), rows: table('1').rows.slice(0, 2) }]) {
      const refused = capital.call(putNationalTable, { params: { asOf: '2023-06-30' }, body, act: actNow() });
      await expect(refused).rejects.toMatchObject({ code: 'national-table-refused' });
    }
  });

  it('lie on rows that add up to them, by source and by decision', async () => {
    const capital = await founded();
    const sum = (page: Awaited<ReturnType<typeof rows>>, name: string): bigint =>
      page.items
        .flatMap(({ terms }) => terms)
        .filter((term) => term.name === name)
        .reduce((total, { amount }) => total + BigInt(amount), 0n);
    const bySource = await rows(capital, 'cap-02');
    expect(bySource.items.map(({ sourceId }) => sourceId)).toEqual(['a-centre', 'b-province', 'c-district']);
    expect(sum(bySource, 'local-fund')).toBe(1020n);
    expect(sum(bySource, 'total-fund')).toBe(4435n);
    const byDecision = await rows(capital, 'cap-03', { by: 'decision', sourceId: 'b-province' });
    expect(byDecision.items.map(({ entry }) => entry)).toMatchObject([
      { type: 'CapitalReceived', effectiveOn: '2014-11-03', decision: { number: decision.number } },
      { type: 'CapitalReceived', effectiveOn: '2020-03-05' },
    ]);
    expect(sum(byDecision, 'local-fund')).toBe(726n);
    expect(sum(byDecision, 'local-fund-at-base')).toBe(26n);
    const first = await rows(capital, 'cap-01', { limit: '2' });
    const second = await rows(capital, 'cap-01', { limit: '2', cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual((await rows(capital, 'cap-01')).items);
  });

  it('are the same for ever as known on an instant, whatever is recorded later and earlier in effect', async () => {
    const capital = await founded();
    setClock('2024-01-11T09:00');
    const knownOn = new Date().toISOString();
    const asked = async () => {
      const answers = [];
      for (const id of INDICATOR_IDS.filter((one) => one !== 'idle-cost')) {
        answers.push(await value(capital, id, { knownOn }));
        const quotas = id === 'plan-result' ? { sourceId: 'b-province' } : {};
        answers.push(await rows(capital, id, { knownOn, limit: '2', ...quotas }));
        const range = { from: '2023-01-01', to: '2023-07-31', by: 'month', knownOn };
        answers.push(await series(capital, id, range));
      }
      return answers;
    };
    const before = JSON.stringify(await asked());
    setClock('2024-01-12T09:00');
    await seal(capital);
    await open(capital, 'aa-late', 'former-district', '2015-01-01');
    await receive(capital, 'aa-late', '77', '2016-05-01');
    await capital.call(putIndicatorTarget, {
      params: { targetId: 'late-target' },
      body: {
        indicatorId: 'cap-01',
        bound: 'at-least',
        value: '1',
        from: '2014-01-01',
        to: null,
        source: law,
      },
      act: actNow(),
    });
    await capital.project();
    expect(JSON.stringify(await asked())).toBe(before);
    expect(await value(capital, 'cap-01')).toMatchObject({ value: '1097', target: { isReached: true } });
    setClock('2024-03-01T09:00');
    await seal(capital);
    expect(JSON.stringify(await asked())).toBe(before);
  });
});

describe('a series', () => {
  it('is at each point what the indicator is, by day, month and year', async () => {
    const capital = await founded();
    setClock('2024-03-01T09:00');
    await seal(capital);
    for (const id of ['cap-01', 'cap-02', 'cap-03', 'cap-04', 'growth-share', 'idle-capital'] as const) {
      for (const [by, from, to] of [
        ['year', '2013-06-01', '2023-10-15'],
        ['month', '2014-09-10', '2015-01-20'],
        ['day', '2022-06-28', '2022-07-02'],
      ] as const) {
        const { points } = await series(capital, id, { from, to, by });
        expect(points.length).toBeGreaterThanOrEqual(5);
        for (const point of points) {
          const {
            value: alone,
            numerator,
            denominator,
            base,
          } = await value(capital, id, { asOf: point.asOf });
          expect({ id, ...point }).toEqual({
            ...{ id, asOf: point.asOf, target: null },
            ...{ value: alone, numerator, denominator, base },
          });
        }
      }
    }
  });

  it('by year reads months, and no more of them than a source has', async () => {
    const capital = await founded();
    setClock('2024-03-01T09:00');
    await seal(capital);
    const sent = vi.spyOn(capital.table.client, 'send');
    await series(capital, 'cap-01', { from: '2014-01-01', to: '2023-12-31', by: 'year' });
    // Sources, three investors, targets, and three queries for each source.
    expect(sent.mock.calls.length).toBe(1 + 3 + 1 + 3 * 3);
    sent.mockRestore();
  });
});
