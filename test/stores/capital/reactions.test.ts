import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { listParked } from '#shared/data/parked.ts';
import { SOURCE, countItems, fund, lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';

const { listQuotas, listSourceLoans } = CAPITAL_ROUTES;
const params = { sourceId: SOURCE };

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '100', '100');
});

const leaf = async () => (await capital.call(listQuotas, { params })).items[0];
const loans = async () => (await capital.call(listSourceLoans, { params })).items;
const types = async () => (await capital.events()).map(({ type }) => type);
const parked = async () => (await listParked(capital.table, undefined)).items.map(({ reason }) => reason);

describe('the money of a loan', () => {
  it('is reserved, lent, and comes back to the same leaf', async () => {
    await capital.deliver(lending.approved('loan-1', '80'));
    expect(await leaf()).toMatchObject({ available: '20', reserved: '80', lent: '0', quota: '100' });
    await capital.deliver(lending.disbursed('loan-1', '80'));
    expect(await leaf()).toMatchObject({ available: '20', reserved: '0', lent: '80', quota: '100' });
    await capital.deliver(
      lending.repaid('loan-1', '30', '2', 5),
      lending.repaid('loan-1', '50', '1', 6, true),
    );
    expect(await leaf()).toMatchObject({ available: '100', lent: '0', quota: '100', interestCollected: '3' });
    expect(await loans()).toMatchObject([{ loanId: 'loan-1', status: 'closed', reserved: '0', lent: '0' }]);
  });

  it('is declined without anything missing by a source that is unknown, or of a kind not allowed', async () => {
    await capital.deliver(
      lending.approved('loan-1', '80', { sourceId: 'never-opened' }),
      lending.approved('loan-2', '80', { capitalKinds: ['central', 'mobilised'] }),
    );
    const declined = (await capital.events()).filter(({ type }) => type === 'CapitalDeclined');
    expect(Object.fromEntries(declined.map(({ subject, data }) => [subject, data]))).toMatchObject({
      'loan-1': { reason: 'source-unknown', missing: '0', place: null, sourceKind: null },
      'loan-2': { reason: 'capital-kind-not-allowed', missing: '0', place: null, sourceKind: 'entrusted' },
    });
  });

  it('is declined with what is missing, and may be asked for again', async () => {
    await capital.deliver(lending.approved('loan-1', '130'));
    const declined = (await capital.events()).find(({ type }) => type === 'CapitalDeclined');
    expect(declined?.data).toMatchObject({ reason: 'quota-exceeded', missing: '30' });
    expect(await loans()).toMatchObject([{ status: 'waiting', reserved: '0' }]);
    await capital.deliver(lending.approved('loan-1', '90', { requestNumber: 2 }));
    expect(await loans()).toMatchObject([{ status: 'reserved', reserved: '90' }]);
  });

  it('is released by a cancellation', async () => {
    await capital.deliver(lending.approved('loan-1', '80'), lending.cancelled('loan-1'));
    expect(await leaf()).toMatchObject({ available: '100', reserved: '0' });
    expect(await types()).toContain('ReservationReleased');
  });

  it('is written off in the fund it came from, and the ledger proves it', async () => {
    await capital.deliver(lending.approved('loan-1', '80'), lending.disbursed('loan-1', '80'));
    await capital.deliver(lending.writtenOff('loan-1', '50', 6), lending.repaid('loan-1', '30', '2', 5));
    expect(await leaf()).toMatchObject({ available: '50', lent: '0', quota: '50', interestCollected: '2' });
    expect(await loans()).toMatchObject([{ status: 'written-off', lent: '0' }]);
    await capital.project();
    expect(await capital.call(CAPITAL_ROUTES.getSource, { params })).toMatchObject({
      totals: { received: '100', fund: '50', unlent: '50', lent: '0' },
    });
    const trace = await capital.call(CAPITAL_ROUTES.getLoanCapital, { params: { loanId: 'loan-1' } });
    expect(trace).toMatchObject({
      status: 'written-off',
      balance: { lent: '0', principalReturned: '30', writtenOff: '50' },
    });
    expect((await verify(capital)).findings).toEqual([]);
    await capital.deliver(lending.repaid('loan-1', '10', '0', 7), lending.writtenOff('loan-1', '50', 8));
    expect((await parked()).sort()).toEqual(['repayment-after-write-off', 'write-off-without-loan']);
  });

  it('is not reserved when the cancellation came first', async () => {
    await capital.deliver(lending.cancelled('loan-1'), lending.approved('loan-1', '80'));
    expect(await leaf()).toMatchObject({ available: '100', reserved: '0' });
    expect(await loans()).toEqual([]);
    expect(await parked()).toEqual([]);
  });
});

describe('delivery', () => {
  it('twice of every event changes nothing', async () => {
    const events = [
      lending.approved('loan-1', '80'),
      lending.disbursed('loan-1', '80'),
      lending.repaid('loan-1', '30', '2', 5),
    ];
    await capital.deliver(...events);
    const before = [await leaf(), await countItems(capital.table)];
    expect(await capital.deliver(...events, ...events)).toBe(0);
    expect([await leaf(), await countItems(capital.table)]).toEqual(before);
  });

  it('too early waits in the queue, and in any order ends the same', async () => {
    const events = [
      lending.repaid('loan-1', '50', '1', 6, true),
      lending.repaid('loan-1', '30', '2', 5),
      lending.disbursed('loan-1', '80'),
      lending.approved('loan-1', '80'),
    ];
    expect(await capital.deliver(...events)).toBe(3);
    expect(await capital.deliver(...events)).toBe(2);
    expect(await capital.deliver(...events)).toBe(0);
    expect(await leaf()).toMatchObject({ available: '100', lent: '0', interestCollected: '3' });
    expect(await loans()).toMatchObject([{ status: 'closed' }]);
  });

  it('of money that has no place to go is parked whole, with the reason', async () => {
    await capital.deliver(lending.approved('loan-1', '80'), lending.disbursed('loan-1', '80'));
    await capital.deliver(lending.repaid('loan-1', '80', '1', 5, true));
    const before = await leaf();
    const late = lending.repaid('loan-1', '10', '1', 6);
    const unknown: Envelope = { ...lending.repaid('loan-1', '1', '0', 7), version: 9 };
    expect(await capital.deliver(late, unknown, lending.cancelled('loan-1'))).toBe(0);
    expect((await parked()).sort()).toEqual([
      'cancellation-after-disbursement',
      'repayment-without-loan',
      'unknown-event-version',
    ]);
    expect(await leaf()).toEqual(before);
  });
});

describe('two requests for the last đồng', () => {
  it('end with exactly one reservation, and the other waits', async () => {
    const failed = await Promise.all([
      capital.deliver(lending.approved('loan-1', '100')),
      capital.deliver(lending.approved('loan-2', '100')),
    ]);
    expect(failed).toEqual([0, 0]);
    expect((await loans()).map(({ status }) => status).sort()).toEqual(['reserved', 'waiting']);
    expect(await leaf()).toMatchObject({ available: '0', reserved: '100' });
  });

  it('hold for twenty loans of a tenth each', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `loan-${String(index)}`);
    let waiting = ids.map((id) => lending.approved(id, '10'));
    for (let round = 0; waiting.length > 0 && round < 5; round += 1) {
      const failed = await Promise.all(waiting.map((event) => capital.deliver(event)));
      waiting = waiting.filter((_, index) => failed[index] === 1);
    }
    const statuses = (await loans()).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'reserved')).toHaveLength(10);
    expect(await leaf()).toMatchObject({ available: '0', reserved: '100' });
  });
});
