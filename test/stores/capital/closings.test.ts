import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { Replay } from '#shared/data/act.ts';
import { lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { DISTRICT, actOf, allocate, officer, openTwoFunds, receive, withdraw } from './funds-on-dynamo.ts';
import { actNow, seal, setClock } from './ledger-on-dynamo.ts';

const { closeYear, listClosings, getClosing, listLateEntries } = CAPITAL_ROUTES;
const params = { sourceId: DISTRICT };
const ofYear = { ...params, year: '2025' };

let capital: Capital;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2025-12-30T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await openTwoFunds(capital);
});
afterEach(() => {
  vi.useRealTimers();
});

const close = (year = 2025, key = `close-${year}`) =>
  capital.call(closeYear, { params, body: { year }, caller: officer, act: actOf(officer, { key }) });
const closing = () => capital.call(getClosing, { params: ofYear, act: actNow() });

async function lateEntries(limit: string) {
  const all: unknown[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const page = await capital.call(listLateEntries, { params: ofYear, query, act: actNow() });
    all.push(...page.items.map(({ type, effectiveOn, recordedBy }) => [type, effectiveOn, recordedBy]));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

it('a year is closed once, after it is over, and its statement never changes', async () => {
  await receive(capital, DISTRICT, '100', '2024-05-01');
  await receive(capital, DISTRICT, '40', '2025-03-01');
  await withdraw(capital, DISTRICT, '30', '2025-12-20');
  await capital.project();
  await expect(close()).rejects.toThrow('year-not-over');
  setClock('2026-01-05T09:00');
  await seal(capital);
  await expect(close(2023)).rejects.toThrow('year-before-opening');
  expect(await close()).toEqual({ id: `${DISTRICT}/2025`, version: 1 });
  await expect(close(2025, 'again')).rejects.toThrow('year-already-closed');
  await expect(close()).rejects.toThrow(Replay);
  const figures = {
    opening: '100',
    openingBalances: '0',
    received: '40',
    supplements: '0',
    withdrawn: '30',
    writtenOff: '0',
    closing: '110',
    outstanding: '0',
    unlent: '110',
    handedOver: '0',
  };
  expect(await closing()).toMatchObject({
    figures,
    now: figures,
    closedBy: 'officer',
    differences: { closing: '0' },
  });

  setClock('2026-02-01T09:00');
  await receive(capital, DISTRICT, '5', '2025-06-01');
  await receive(capital, DISTRICT, '7', '2024-06-01');
  await withdraw(capital, DISTRICT, '1', '2026-02-01');
  await withdraw(capital, DISTRICT, '2', '2026-02-01');
  await capital.project();
  expect(await closing()).toMatchObject({
    figures,
    now: { opening: '107', received: '45', closing: '122' },
    differences: {
      opening: '7',
      received: '5',
      withdrawn: '0',
      closing: '12',
      unlent: '12',
      outstanding: '0',
    },
  });
  const late = [
    ['CapitalReceived', '2025-06-01', 'officer'],
    ['CapitalReceived', '2024-06-01', 'officer'],
  ];
  expect(await lateEntries('50')).toEqual(late);
  expect(await lateEntries('1')).toEqual(late);
  const { items } = await capital.call(listClosings, { params, act: actNow() });
  expect(items).toMatchObject([{ year: 2025, figures }]);
});

it('two who close at the same time close it once', async () => {
  await receive(capital, DISTRICT, '100', '2024-05-01');
  setClock('2026-01-05T09:00');
  const tries = await Promise.allSettled([close(2025, 'one'), close(2025, 'two'), close(2025, 'three')]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('what is lent of the fund stands beside what is not, whoever recorded it last', async () => {
  await receive(capital, DISTRICT, '100', '2025-01-10');
  await allocate(capital, DISTRICT, '80', '2025-01-11');
  const ofDistrict = { sourceId: DISTRICT };
  await capital.deliver({ ...lending.approved('loan-1', '50', ofDistrict), effectiveOn: '2025-02-01' });
  const lent = lending.disbursed('loan-1', '50');
  await capital.deliver({ ...lent, data: { ...lent.data, ...ofDistrict }, effectiveOn: '2025-02-05' });
  await capital.project();
  setClock('2026-01-05T09:00');
  await close();
  expect(await closing()).toMatchObject({ figures: { closing: '100', outstanding: '50', unlent: '50' } });
  setClock('2026-01-06T09:00');
  const late = lending.repaid('loan-1', '20', '1', 5);
  await capital.deliver({ ...late, effectiveOn: '2025-12-15' });
  await capital.project();
  expect(await closing()).toMatchObject({ differences: { closing: '0', outstanding: '-20', unlent: '20' } });
  expect(await lateEntries('50')).toMatchObject([['CapitalReturned', '2025-12-15', expect.anything()]]);
});
