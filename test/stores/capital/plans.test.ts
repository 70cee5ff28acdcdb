import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { person } from '#test/support/acts.ts';
import { openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import {
  DISTRICT,
  PROVINCE,
  actOf,
  colleague,
  decisionOf,
  officer,
  openTwoFunds,
  receive,
} from './funds-on-dynamo.ts';
import { actNow, setClock } from './ledger-on-dynamo.ts';

const { recordFundingPlan, listFundingPlans, listFundingPlanVersions, listLateTranches, reverseReceipt } =
  CAPITAL_ROUTES;
const params = { sourceId: PROVINCE };

let capital: Capital;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2025-12-01T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await openTwoFunds(capital);
});
afterEach(() => {
  vi.useRealTimers();
});

const tranche = (trancheId: string, dueOn: string, amount: string) => ({
  trancheId,
  dueOn,
  amount,
  decision: null,
});
const content = {
  planId: 'plan-2025',
  years: [{ year: 2025, amount: '100' }],
  tranches: [tranche('t-1', '2025-03-31', '60'), tranche('t-2', '2025-09-30', '40')],
  decision: decisionOf('2024-12-20'),
  effectiveOn: '2025-01-01',
};
const record = (given: Partial<BodySent<typeof recordFundingPlan>> = {}, sourceId = PROVINCE, key = 'plan') =>
  capital.call(recordFundingPlan, {
    params: { sourceId },
    body: { ...content, ...given },
    caller: officer,
    act: actOf(officer, { key: `${key}-${JSON.stringify(given)}` }),
  });
const plans = (asOf: string, knownOn?: string) =>
  capital.call(listFundingPlans, {
    params,
    query: { asOf, ...(knownOn === undefined ? {} : { knownOn }) },
    act: actNow(),
  });

describe('a funding plan', () => {
  it('shows what was planned, received and is late, and a receipt taken back gives its tranche back', async () => {
    expect(await record()).toEqual({ id: 'plan-2025', version: 1 });
    await expect(receive(capital, PROVINCE, '1', '2025-03-15', { trancheId: 't-9' })).rejects.toThrow(
      'tranche-unknown',
    );
    const { version } = await receive(capital, PROVINCE, '50', '2025-03-15', { trancheId: 't-1' });
    expect(await plans('2025-04-10')).toMatchObject({
      items: [
        {
          years: [{ year: 2025, planned: '100', received: '50', remaining: '50' }],
          tranches: [
            { trancheId: 't-1', received: '50', remaining: '10', daysLate: 10, receipts: [{ version }] },
            { trancheId: 't-2', received: '0', daysLate: 0 },
          ],
          late: '10',
        },
      ],
    });
    await capital.call(reverseReceipt, {
      params,
      body: { entryOn: '2025-03-15', entryVersion: version, reason: 'Nhầm', effectiveOn: '2025-05-01' },
      caller: colleague,
      act: actOf(colleague),
    });
    expect((await plans('2025-04-30')).items).toMatchObject([{ late: '10' }]);
    expect((await plans('2025-05-01')).items).toMatchObject([
      { late: '60', tranches: [{ receipts: [] }, {}] },
    ]);
  });

  it('is revised in dated versions that all stay readable', async () => {
    await record();
    const before = new Date().toISOString();
    setClock('2025-12-01T10:00');
    await expect(record({ expectedVersion: 2 })).rejects.toThrow('version-stale');
    const revised = {
      years: [{ year: 2025, amount: '200' }],
      tranches: [...content.tranches, tranche('t-3', '2025-12-31', '100')],
      effectiveOn: '2025-06-01',
      expectedVersion: 1,
    };
    expect(await record(revised)).toEqual({ id: 'plan-2025', version: 2 });
    expect((await plans('2025-05-31')).items).toMatchObject([{ version: 1, years: [{ planned: '100' }] }]);
    expect((await plans('2025-06-01')).items).toMatchObject([{ version: 2, years: [{ planned: '200' }] }]);
    expect((await plans('2025-06-01', before)).items).toMatchObject([{ version: 1 }]);
    expect((await plans('2024-12-31')).items).toEqual([]);
    const { items } = await capital.call(listFundingPlanVersions, {
      params: { ...params, planId: 'plan-2025' },
    });
    expect(items.map(({ version, recordedBy }) => [version, recordedBy])).toEqual([
      [1, 'officer'],
      [2, 'officer'],
    ]);
    const unknown = capital.call(listFundingPlanVersions, { params: { ...params, planId: 'plan-9999' } });
    await expect(unknown).rejects.toThrow('not-found');
  });

  it('may be medium-term beside the yearly one, with tranches of its own', async () => {
    await record();
    const medium = {
      planId: 'plan-2025-2027',
      years: [2025, 2026, 2027].map((year) => ({ year, amount: '300' })),
    };
    await expect(record(medium)).rejects.toThrow('tranche-of-another-plan');
    await record({ ...medium, tranches: [] });
    await receive(capital, PROVINCE, '50', '2025-03-15');
    expect((await plans('2025-12-01')).items).toMatchObject([
      { planId: 'plan-2025', years: [{ received: '50' }] },
      { planId: 'plan-2025-2027', years: [{ received: '50' }, { received: '0' }, { received: '0' }] },
    ]);
    // The tranche of the same name in another source is another tranche.
    await record({}, DISTRICT, 'other');
  });
});

it('what is late in the province is listed source by source', async () => {
  await record();
  await record({}, DISTRICT, 'other');
  await receive(capital, PROVINCE, '60', '2025-03-15', { trancheId: 't-1' });
  const late = (query: { asOf: string; cursor?: string; limit?: string }) =>
    capital.call(listLateTranches, { query, act: actNow() });
  expect(await late({ asOf: '2025-10-01' })).toMatchObject({
    items: [
      { sourceId: DISTRICT, trancheId: 't-1', remaining: '60', daysLate: 184 },
      { sourceId: DISTRICT, trancheId: 't-2', remaining: '40', daysLate: 1 },
      { sourceId: PROVINCE, trancheId: 't-2', remaining: '40', daysLate: 1 },
    ],
    next: null,
  });
  const first = await late({ asOf: '2025-10-01', limit: '1' });
  expect(first.items.every(({ sourceId }) => sourceId === DISTRICT)).toBe(true);
  const second = await late({ asOf: '2025-10-01', limit: '1', cursor: first.next ?? '' });
  expect(second.items).toMatchObject([{ sourceId: PROVINCE }]);
  const local = person('auditor', { areas: ['07000-2025'] });
  const call = capital.call(listLateTranches, { query: {}, caller: local, act: actNow() });
  await expect(call).rejects.toThrow('area-not-allowed');
});
