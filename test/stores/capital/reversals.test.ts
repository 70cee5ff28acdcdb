import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { Replay } from '#shared/data/act.ts';
import { person, testAct } from '#test/support/acts.ts';
import { COMMUNE, PROGRAMME, SOURCE, countItems, fund, lending, openCapital } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';
import { director } from './quota-on-dynamo.ts';

const { reverseReceipt, reverseAllocation, getSource, getLoanCapital, listQuotas, listEntries } =
  CAPITAL_ROUTES;
const params = { sourceId: SOURCE };
/** The opening is the source's first version, the receipt its second; the allocation is the leaf's first. */
const receipt = { entryOn: '2026-01-20', entryVersion: 2, reason: 'Ghi nhầm số tiền' };
const allocation = {
  programmeId: PROGRAMME,
  communeId: COMMUNE,
  entryOn: '2026-01-20',
  entryVersion: 1,
  reason: 'Phân bổ nhầm xã',
};

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '150', '100');
});

const ofAllocation = (given: Partial<typeof allocation> = {}, caller = person('branch-planner')) =>
  capital.call(reverseAllocation, { params, body: { ...allocation, ...given }, caller });
const ofReceipt = (given: Partial<typeof receipt> = {}, caller = person('finance-officer')) =>
  capital.call(reverseReceipt, { params, body: { ...receipt, ...given }, caller });

describe('a reversal', () => {
  it('takes an allocation and then its receipt back, each shown with the reason, and the ledger fits', async () => {
    await expect(ofReceipt()).rejects.toMatchObject({
      code: 'capital-unallocated-exceeded',
      facts: { unallocated: 50n, requested: 150n, missing: 100n },
    });
    expect(await ofAllocation()).toMatchObject({ id: SOURCE, version: 4 });
    expect((await capital.call(listQuotas, { params })).items).toMatchObject([{ quota: '0' }]);
    expect(await ofReceipt()).toMatchObject({ id: SOURCE, version: 5 });
    await capital.project();
    const source = await capital.call(getSource, { params, query: {} });
    expect(source).toMatchObject({
      decisions: [{ version: 2, amount: '150', reversed: { reason: receipt.reason, by: 'finance-officer' } }],
      totals: { received: '0', unallocated: '0', quota: '0' },
    });
    expect((await capital.call(listEntries, { params })).items.map(({ type }) => type).sort()).toEqual([
      'CapitalReceiptReversed',
      'CapitalReceived',
      'QuotaAllocated',
      'QuotaAllocationReversed',
    ]);
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('leaves the day of the entry as it was: the reversal counts on its own day', async () => {
    await ofAllocation();
    await capital.project();
    const then = await capital.call(getSource, { params, query: { asOf: '2026-06-30' } });
    expect(then).toMatchObject({ totals: { quota: '100', unallocated: '50' } });
    const now = await capital.call(getSource, { params, query: {} });
    expect(now).toMatchObject({ totals: { quota: '0', unallocated: '150' } });
  });

  it('is not for the one who recorded the entry', async () => {
    await expect(ofAllocation({}, person('branch-planner', { id: director.id }))).rejects.toThrow(
      'maker-may-not-reverse',
    );
    await expect(ofReceipt({}, person('finance-officer', { id: 'tester' }))).rejects.toThrow(
      'maker-may-not-reverse',
    );
  });

  it('happens once, also when two people try at the same time', async () => {
    const tries = await Promise.allSettled([ofAllocation(), ofAllocation(), ofAllocation()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(ofAllocation()).rejects.toThrow('entry-already-reversed');
  });

  it('repeated under its key is answered alike and writes nothing', async () => {
    const act = () => testAct({ key: 'reverse-once' });
    const body = allocation;
    const caller = person('branch-planner');
    const first = await capital.call(reverseAllocation, { params, body, caller, act: act() });
    const before = await countItems(capital.table);
    const again = capital.call(reverseAllocation, { params, body, caller, act: act() });
    await expect(again).rejects.toThrow(Replay);
    await expect(again).rejects.toMatchObject({ answer: first });
    expect(await countItems(capital.table)).toBe(before);
  });

  it('takes back nothing that is reserved or lent', async () => {
    await capital.deliver(lending.approved('loan-1', '80'));
    await expect(ofAllocation()).rejects.toMatchObject({
      code: 'capital-available-exceeded',
      facts: { available: 20n, requested: 100n, missing: 80n },
    });
    await capital.deliver(lending.cancelled('loan-1'));
    await ofAllocation();
  });

  it('needs the entry it names, of its own kind, within the area and at the version seen', async () => {
    await expect(ofAllocation({ entryVersion: 9 })).rejects.toThrow('not-found');
    await expect(ofReceipt({ entryOn: '2026-01-15', entryVersion: 1 })).rejects.toThrow('not-found');
    await expect(ofAllocation({}, person('branch-planner', { areas: ['07000-2025'] }))).rejects.toThrow(
      'area-not-allowed',
    );
    const stale = { ...receipt, expectedVersion: 1 };
    await expect(capital.call(reverseReceipt, { params, body: stale })).rejects.toThrow('version-stale');
    const early = { ...allocation, effectiveOn: '2026-01-19' };
    await expect(
      capital.call(reverseAllocation, { params, body: early, caller: person('branch-planner') }),
    ).rejects.toThrow('effective-day-before-last-entry');
  });

  it('shows on the way back of a loan that lay on the leaf', async () => {
    await capital.deliver(lending.approved('loan-1', '80'), lending.cancelled('loan-1'));
    await ofAllocation();
    const trace = await capital.call(getLoanCapital, { params: { loanId: 'loan-1' } });
    expect(trace).toMatchObject({ quotaDecisions: [{ reversed: { reason: allocation.reason } }] });
  });
});
