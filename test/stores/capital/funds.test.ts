import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import {
  DISTRICT,
  PROVINCE,
  actOf,
  allocate,
  colleague,
  decisionOf,
  handOver,
  officer,
  openTwoFunds,
  receive,
  withdraw,
} from './funds-on-dynamo.ts';
import { actNow, remove, setClock, tamper, verify } from './ledger-on-dynamo.ts';

const {
  getSource,
  getLoanCapital,
  getHoldings,
  listHandOvers,
  reverseHandOver,
  reverseWithdrawal,
  reverseReceipt,
} = CAPITAL_ROUTES;
const params = { sourceId: DISTRICT };

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

const holdings = (sourceId: string, asOf: string, knownOn?: string) =>
  capital.call(getHoldings, {
    params: { sourceId },
    query: { asOf, ...(knownOn === undefined ? {} : { knownOn }) },
    act: actNow(),
  });
const trace = (asOf: string) => capital.call(getSource, { params, query: { asOf }, act: actNow() });

describe('a receipt', () => {
  it('may be recorded for an earlier day, and its money is there from that day on', async () => {
    await receive(capital, PROVINCE, '100', '2025-03-01');
    await receive(capital, PROVINCE, '40', '2025-02-01');
    await expect(
      receive(capital, PROVINCE, '1', '2023-12-31', { decision: decisionOf('2023-01-01') }),
    ).rejects.toThrow('effective-day-before-opening');
    await capital.project();
    const on = async (asOf: string) => {
      const query = { asOf };
      const found = await capital.call(getSource, { params: { sourceId: PROVINCE }, query, act: actNow() });
      return found.totals.unallocated;
    };
    expect([await on('2025-01-31'), await on('2025-02-01'), await on('2025-03-01')]).toEqual([
      '0',
      '40',
      '140',
    ]);
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('comes from an investor that is there on the day', async () => {
    await receive(capital, DISTRICT, '1', '2025-06-30');
    await expect(receive(capital, DISTRICT, '1', '2025-07-01')).rejects.toThrow('investor-not-in-force');
  });
});

describe('a withdrawal', () => {
  it('is shown with its decision, and taken back by another person', async () => {
    await receive(capital, DISTRICT, '100', '2025-03-01');
    const { version } = await withdraw(capital, DISTRICT, '30', '2025-04-01');
    const reversal = (caller = colleague) =>
      capital.call(reverseWithdrawal, {
        params,
        body: { entryOn: '2025-04-01', entryVersion: version, reason: 'Ghi nhầm', effectiveOn: '2025-05-01' },
        caller,
        act: actOf(caller),
      });
    await expect(reversal(officer)).rejects.toThrow('maker-may-not-reverse');
    const receiptNotWithdrawal = capital.call(reverseReceipt, {
      params,
      body: { entryOn: '2025-04-01', entryVersion: version, reason: 'Ghi nhầm' },
      caller: colleague,
      act: actOf(colleague),
    });
    await expect(receiptNotWithdrawal).rejects.toThrow('not-found');
    await reversal();
    await expect(reversal()).rejects.toThrow('entry-already-reversed');
    await capital.project();
    expect(await trace('2025-04-30')).toMatchObject({
      withdrawals: [{ amount: '30', effectiveOn: '2025-04-01', reversed: null }],
      totals: { fund: '70', received: '100', unallocated: '70' },
    });
    expect(await trace('2025-05-01')).toMatchObject({
      withdrawals: [{ amount: '30', reversed: { reason: 'Ghi nhầm', by: 'colleague' } }],
      totals: { fund: '100', unallocated: '100' },
    });
    expect((await verify(capital, DISTRICT)).findings).toEqual([]);
  });
});

it('of two who take the last money at the same time, as many win as there is money for', async () => {
  await receive(capital, DISTRICT, '100', '2025-01-10');
  const tries = await Promise.allSettled(
    [1, 2, 3, 4, 5].map(() => withdraw(capital, DISTRICT, '30', '2025-02-01')),
  );
  const won = tries.filter(({ status }) => status === 'fulfilled').length;
  expect(won).toBeLessThanOrEqual(3);
  await capital.project();
  expect(await trace('2025-02-01')).toMatchObject({ totals: { unallocated: String(100 - 30 * won) } });
});

describe('the fund of a former district', () => {
  it('is handed over once, also when two people do it at the same time', async () => {
    await receive(capital, DISTRICT, '100', '2025-01-10');
    const figures = { unlentCash: '100' };
    const tries = await Promise.allSettled([1, 2, 3].map(() => handOver(capital, '2025-07-01', figures)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is held by whom the entries say: anything else is found', async () => {
    await receive(capital, DISTRICT, '100', '2025-01-10');
    const { version } = await handOver(capital, '2025-07-01', { unlentCash: '100' });
    await capital.project();
    setClock('2025-12-02T09:00');
    const key = { pk: `SOURCE#${DISTRICT}`, sk: `HANDED#${String(version).padStart(8, '0')}` };
    const faults = async () => (await verify(capital, DISTRICT)).findings.map(({ fault }) => fault);
    expect(await faults()).toEqual([]);
    await tamper(capital, key, (item) => ({
      ...item,
      summary: { ...(item['summary'] as object), holderSourceId: 'src-other' },
    }));
    expect(await faults()).toEqual(['holder-differs']);
    await remove(capital, key);
    expect(await faults()).toEqual(['holder-differs']);
  });

  it('goes to the province from a day on: origin and holder are both readable, and sums are of one place', async () => {
    await receive(capital, PROVINCE, '500', '2025-01-10');
    await receive(capital, DISTRICT, '100', '2025-01-10');
    await expect(handOver(capital, '2025-07-01', { unlentCash: '99' })).rejects.toMatchObject({
      code: 'hand-over-figures-differ',
      facts: { unlentCash: 99n, unlentCashInLedger: 100n, unlentCashDifference: -1n },
    });
    const before = new Date().toISOString();
    setClock('2025-12-01T10:00');
    await handOver(capital, '2025-07-01', { unlentCash: '100', accruedInterest: '3' });
    await expect(handOver(capital, '2025-07-02', { unlentCash: '100' })).rejects.toThrow(
      'fund-already-handed-over',
    );
    await capital.project();
    expect(await trace('2025-06-30')).toMatchObject({ holder: null });
    expect(await trace('2025-07-01')).toMatchObject({
      investor: { investorId: 'former-district-ha-long' },
      holder: { sourceId: PROVINCE, since: '2025-07-01' },
      totals: { fund: '100' },
    });
    expect(await holdings(PROVINCE, '2025-06-30')).toMatchObject({ totals: { fund: '500' } });
    expect(await holdings(PROVINCE, '2025-07-01')).toMatchObject({
      heldBy: null,
      holds: [
        { sourceId: PROVINCE, since: null, totals: { fund: '500' } },
        { sourceId: DISTRICT, investorId: 'former-district-ha-long', since: '2025-07-01' },
      ],
      totals: { fund: '600', unlent: '600', provision: '0' },
    });
    expect(await holdings(DISTRICT, '2025-07-01')).toMatchObject({
      heldBy: { sourceId: PROVINCE },
      holds: [],
      totals: { fund: '0' },
    });
    // Nobody knew yet.
    expect(await holdings(PROVINCE, '2025-07-01', before)).toMatchObject({ totals: { fund: '500' } });
    expect((await verify(capital, DISTRICT)).findings).toEqual([]);
  });

  it('takes its loans along: each tells its origin and its holder, and comes back to the books it left', async () => {
    await receive(capital, DISTRICT, '100', '2025-01-10');
    await allocate(capital, DISTRICT, '80', '2025-01-11');
    const sourceId = DISTRICT;
    await capital.deliver({ ...lending.approved('loan-1', '50', { sourceId }), effectiveOn: '2025-02-01' });
    const lent = lending.disbursed('loan-1', '50');
    await capital.deliver({ ...lent, data: { ...lent.data, sourceId }, effectiveOn: '2025-02-05' });
    await capital.project();
    await expect(handOver(capital, '2025-07-01', { unlentCash: '100' })).rejects.toMatchObject({
      facts: { principalInLedger: 50n, principalDifference: -50n, unlentCashDifference: 50n },
    });
    await handOver(capital, '2025-07-01', { principal: '50', unlentCash: '50', overduePrincipal: '10' });
    await capital.deliver({ ...lending.repaid('loan-1', '20', '1', 5), effectiveOn: '2025-08-01' });
    await capital.project();
    const loan = (asOf: string) =>
      capital.call(getLoanCapital, { params: { loanId: 'loan-1' }, query: { asOf }, act: actNow() });
    expect(await loan('2025-06-30')).toMatchObject({ holder: null, balance: { lent: '50' } });
    expect(await loan('2025-08-01')).toMatchObject({
      source: { sourceId: DISTRICT, investor: { investorId: 'former-district-ha-long' } },
      holder: { sourceId: PROVINCE, since: '2025-07-01' },
      leaf: { sourceId: DISTRICT },
      balance: { lent: '30' },
    });
    expect(await holdings(PROVINCE, '2025-08-01')).toMatchObject({
      totals: { fund: '100', lent: '30', unlent: '70', interestCollected: '1' },
    });
    expect((await verify(capital, DISTRICT)).findings).toEqual([]);
  });

  it('has one transfer record, beside what the ledger knows of that day now', async () => {
    await receive(capital, DISTRICT, '100', '2025-01-10');
    await handOver(capital, '2025-07-01', { unlentCash: '100' });
    await receive(capital, DISTRICT, '20', '2025-06-30');
    await capital.project();
    const { items } = await capital.call(listHandOvers, { params, act: actNow() });
    expect(items).toMatchObject([
      {
        holderSourceId: PROVINCE,
        document: 'BB-01/2025',
        fund: '100',
        unlentCash: '100',
        recordedBy: 'officer',
        reversed: null,
        now: { fund: '120', unlentCash: '120' },
        differs: true,
      },
    ]);
  });

  it('comes back when another person reverses the hand-over, and may go again', async () => {
    await receive(capital, DISTRICT, '100', '2025-01-10');
    const { version } = await handOver(capital, '2025-07-01', { unlentCash: '100' });
    const reversal = (caller = colleague) =>
      capital.call(reverseHandOver, {
        params,
        body: { entryOn: '2025-07-01', entryVersion: version, reason: 'Sai ngày', effectiveOn: '2025-08-01' },
        caller,
        act: actOf(caller),
      });
    await expect(reversal(officer)).rejects.toThrow('maker-may-not-reverse');
    await reversal();
    await expect(reversal()).rejects.toThrow('entry-already-reversed');
    await handOver(capital, '2025-09-01', { unlentCash: '100' });
    await capital.project();
    const funds: string[][] = [];
    for (const asOf of ['2025-06-30', '2025-07-01', '2025-08-01', '2025-09-01']) {
      const [province, district] = [await holdings(PROVINCE, asOf), await holdings(DISTRICT, asOf)];
      funds.push([province.totals.fund, district.totals.fund]);
    }
    expect(funds).toEqual([
      ['0', '100'],
      ['100', '0'],
      ['0', '100'],
      ['100', '0'],
    ]);
    const { items } = await capital.call(listHandOvers, { params, act: actNow() });
    expect(items).toMatchObject([{ reversed: { by: 'colleague', reason: 'Sai ngày' } }, { reversed: null }]);
    expect((await verify(capital, DISTRICT)).findings).toEqual([]);
  });
});
