import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import { person, testAct } from '#test/support/acts.ts';
import { SOURCE, countItems, decision, investor, openCapital, opening } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, setClock } from './ledger-on-dynamo.ts';

const {
  proposeContractChange,
  approveContractChange,
  rejectContractChange,
  withdrawContractChange,
  getContract,
  getContractChange,
  getContractTargets,
  getSource,
  listContractChanges,
  listContractVersions,
  openSource,
  putInvestor,
  receiveCapital,
} = CAPITAL_ROUTES;
const params = { sourceId: SOURCE };
const maker = person('finance-officer');
const checker = person('provincial-leader');

type Proposal = BodySent<typeof proposeContractChange>;

const FEE_OF_2 = { name: 'management-fee-rate', rate: '2', from: '2026-07-01', to: null } as const;

/** The fee falls to 2 % from July on, and a target is set. */
const LOWER_FEE: Proposal = {
  changeId: 'change-1',
  annex: { number: 'PL01', decision },
  effectiveOn: '2026-07-01',
  reason: 'Giảm phí quản lý',
  terms: {
    parties: opening.contract.parties,
    parameters: [
      { name: 'management-fee-rate', rate: '2.5', from: '2026-01-15', to: '2026-06-30' },
      FEE_OF_2,
    ],
    targets: [{ name: 'share-of-capital', atLeast: '15', from: '2026-07-01', to: null }],
    documents: [
      {
        title: 'Phụ lục hợp đồng ủy thác',
        number: 'PL01',
        issuedOn: '2026-06-10',
        keptAt: 'Sở Tài chính, hồ sơ 12',
        sha256: 'a'.repeat(64),
      },
    ],
  },
};

let capital: Capital;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-01-15T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await capital.call(putInvestor, {
    params: { investorId: opening.investorId },
    body: investor,
    act: actNow(),
  });
  await capital.call(openSource, { body: opening, act: actNow(), caller: maker });
  setClock('2026-06-10T09:00');
  return () => vi.useRealTimers();
});

const propose = (given: Partial<Proposal> = {}, act = actNow()) =>
  capital.call(proposeContractChange, { params, body: { ...LOWER_FEE, ...given }, caller: maker, act });
const decide = <R extends typeof approveContractChange | typeof rejectContractChange>(
  route: R,
  body: BodySent<R>,
  caller = checker,
  changeId = 'change-1',
) => capital.call(route, { params: { ...params, changeId }, body, caller, act: actNow() } as never);
const contractOn = (asOf: string, knownOn?: string) =>
  capital.call(getContract, {
    params,
    query: { asOf, ...(knownOn === undefined ? {} : { knownOn }) },
    act: actNow(),
  });

describe('a contract', () => {
  it('is founded with its source, and a change stands beside it until another person approves it', async () => {
    expect(await propose()).toEqual({ id: 'change-1', version: 2, status: 'pending' });
    const pending = await contractOn('2026-12-01');
    expect(pending).toMatchObject({
      inForce: { version: 1, proposedBy: 'finance-officer', approvedBy: null, targets: [] },
      parametersOfTheDay: [{ rate: '2.5' }],
      pending: { changeId: 'change-1', status: 'pending', proposedBy: 'finance-officer' },
    });
    expect(
      await capital.call(getContractChange, { params: { ...params, changeId: 'change-1' } }),
    ).toMatchObject({
      before: { version: 1, parameters: [{ rate: '2.5', to: null }] },
      change: { after: { parameters: [{ to: '2026-06-30' }, { rate: '2' }] } },
      differences: ['parameters', 'targets', 'documents'],
      decidedBy: ['provincial-leader', 'finance-officer'],
    });
    setClock('2026-06-12T09:00');
    expect(await decide(approveContractChange, {})).toEqual({
      id: 'change-1',
      version: 3,
      status: 'approved',
    });
    expect(await contractOn('2026-06-30')).toMatchObject({
      inForce: { version: 1 },
      parametersOfTheDay: [{ rate: '2.5' }],
      pending: null,
    });
    expect(await contractOn('2026-07-01')).toMatchObject({
      inForce: { version: 2, approvedBy: 'provincial-leader', annex: { number: 'PL01' } },
      parametersOfTheDay: [{ rate: '2' }],
    });
    expect(
      (await capital.events())
        .map(({ type }) => type)
        .filter((type) => /^Contract/.test(type))
        .sort(),
    ).toEqual(['ContractChangeApproved', 'ContractChangeProposed']);
  });

  it('answers as known on an instant what it answered then, also after a backdated change', async () => {
    setClock('2026-06-20T09:00');
    const before = await contractOn('2026-03-01');
    const instant = new Date().toISOString();
    setClock('2026-06-21T09:00');
    const backdated = {
      ...LOWER_FEE.terms,
      parameters: [{ ...FEE_OF_2, from: '2026-01-15' }],
    };
    await propose({ effectiveOn: '2026-01-15', terms: backdated });
    const proposedAt = new Date().toISOString();
    setClock('2026-06-22T09:00');
    await decide(approveContractChange, {});
    expect(await contractOn('2026-03-01')).toMatchObject({ inForce: { version: 2 } });
    expect(await contractOn('2026-03-01', instant)).toEqual({ ...before, knownOn: instant });
    expect(await contractOn('2026-03-01', proposedAt)).toMatchObject({
      inForce: { version: 1 },
      pending: { changeId: 'change-1', status: 'pending' },
    });
    await expect(contractOn('2026-03-01', '2026-07-01T00:00:00.000Z')).rejects.toThrow('known-on-in-future');
    await expect(contractOn('2026-01-14')).rejects.toThrow('not-found');
  });

  it('shows in the trace of its source as in force on the day asked', async () => {
    await propose();
    await decide(approveContractChange, {});
    const traceOn = (asOf: string) => capital.call(getSource, { params, query: { asOf }, act: actNow() });
    expect(await traceOn('2026-06-30')).toMatchObject({ contract: { version: 1, targets: [] } });
    expect(await traceOn('2026-07-01')).toMatchObject({
      contract: { version: 2, number: '01/2026/HĐUT', targets: [{ atLeast: '15' }] },
    });
    const targets = (asOf: string) =>
      capital.call(getContractTargets, { params, query: { asOf }, act: actNow() });
    expect(await targets('2026-06-30')).toMatchObject({ contractVersion: 1, targets: [] });
    const empty = { indicatorId: 'cap-02', actual: null, isReached: null, missing: null };
    expect(await targets('2026-07-01')).toMatchObject({ contractVersion: 2, targets: [empty] });
  });

  it('shows what its targets are at and what they lack, over all sources', async () => {
    await propose();
    await decide(approveContractChange, {});
    const central = { ...investor, kind: 'central' as const };
    await capital.call(putInvestor, { params: { investorId: 'central' }, body: central, act: actNow() });
    const other = { ...opening, sourceId: 'src-central', investorId: 'central', kind: 'central' as const };
    await capital.call(openSource, { body: other, caller: maker, act: actNow() });
    for (const [sourceId, amount] of [
      [SOURCE, '149'],
      ['src-central', '850'],
    ] as const) {
      const body = { amount, decision };
      await capital.call(receiveCapital, { params: { sourceId }, body, caller: maker, act: actNow() });
    }
    await capital.project();
    const { targets } = await capital.call(getContractTargets, {
      params,
      query: { asOf: '2026-07-01' },
      act: actNow(),
    });
    expect(targets).toEqual([
      {
        target: { name: 'share-of-capital', atLeast: '15', from: '2026-07-01', to: null },
        indicatorId: 'cap-02',
        actual: '1491',
        numerator: '149',
        denominator: '999',
        isReached: false,
        missing: '1',
      },
    ]);
  });

  it('keeps every change and every version', async () => {
    await propose();
    await decide(rejectContractChange, { reason: 'Chưa có ý kiến của Sở' });
    await propose({ changeId: 'change-2' });
    await capital.call(withdrawContractChange, {
      params: { ...params, changeId: 'change-2' },
      body: { reason: 'Lập lại' },
      caller: maker,
      act: actNow(),
    });
    await propose({ changeId: 'change-3' });
    await decide(approveContractChange, {}, checker, 'change-3');
    expect((await capital.call(listContractChanges, { params })).items).toMatchObject([
      {
        changeId: 'change-1',
        status: 'rejected',
        decided: { by: 'provincial-leader', reason: 'Chưa có ý kiến của Sở' },
      },
      { changeId: 'change-2', status: 'withdrawn' },
      { changeId: 'change-3', status: 'approved' },
    ]);
    expect(
      (await capital.call(listContractVersions, { params })).items.map(({ version }) => version),
    ).toEqual([2, 1]);
  });
});

describe('a change of a contract', () => {
  it('is decided by another person than made it, once, and only its maker withdraws it', async () => {
    await propose();
    await expect(decide(approveContractChange, {}, maker)).rejects.toThrow('maker-may-not-decide');
    const withdrawing = capital.call(withdrawContractChange, {
      params: { ...params, changeId: 'change-1' },
      body: { reason: 'x' },
      caller: person('finance-officer', { id: 'other' }),
      act: actNow(),
    });
    await expect(withdrawing).rejects.toThrow('only-maker-may-withdraw');
    const tries = await Promise.allSettled([
      decide(approveContractChange, {}),
      decide(rejectContractChange, { reason: 'không' }),
      decide(approveContractChange, {}, person('finance-officer', { id: 'third' })),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(decide(approveContractChange, {})).rejects.toThrow('proposal-not-pending');
  });

  it('waits for the one before it, and is made to the version its maker saw', async () => {
    await expect(propose({ expectedVersion: 2 })).rejects.toThrow('version-stale');
    await propose({ expectedVersion: 1 });
    await expect(propose({ changeId: 'change-2' })).rejects.toThrow('contract-change-pending');
    await expect(propose()).rejects.toThrow('already-exists');
    await expect(decide(approveContractChange, {}, checker, 'change-9')).rejects.toThrow('not-found');
  });

  it('repeated under its key is answered alike and writes nothing; a preview writes nothing at all', async () => {
    const before = await countItems(capital.table);
    await propose({}, testAct({ dryRun: true }));
    expect(await countItems(capital.table)).toBe(before);
    const act = () => testAct({ key: 'propose-once' });
    const first = await propose({}, act());
    const after = await countItems(capital.table);
    const again = propose({}, act());
    await expect(again).rejects.toThrow(Replay);
    await expect(again).rejects.toMatchObject({ answer: first });
    expect(await countItems(capital.table)).toBe(after);
  });
});
