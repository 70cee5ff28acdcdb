import { beforeEach, describe, expect, inject, it } from 'vitest';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { person, testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import {
  administrator,
  beneficiary,
  establish,
  everything,
  household,
  leader,
  NATIONAL_2022,
  nearPoor,
} from './fixture.ts';
import type { StandardBody } from './fixture.ts';

const {
  proposePovertyStandard,
  approvePovertyStandard,
  rejectPovertyStandard,
  withdrawPovertyStandard,
  listPovertyStandards,
  listPovertyStandardProposals,
  getPovertyStandardProposal,
} = BENEFICIARY_ROUTES;

let table: Table;

let service: ReturnType<typeof beneficiary>;

beforeEach(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  service = beneficiary(table);
});

/** The standard with a higher line for the near-poor. */
const HIGHER: StandardBody = {
  ...NATIONAL_2022,
  rules: NATIONAL_2022.rules.map((rule) => ({ ...rule, maxIncome: '2500000' })),
};

const propose = (proposalId: string, standard = NATIONAL_2022, act = testAct(), expectedRevision?: number) =>
  service.call(proposePovertyStandard, {
    body: {
      proposalId,
      reason: 'Nghị định mới',
      standard,
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    },
    caller: administrator,
    act,
  });
const approve = (proposalId: string, caller = leader, act = testAct()) =>
  service.call(approvePovertyStandard, { params: { proposalId }, body: {}, caller, act });
const reject = (proposalId: string, caller = leader) =>
  service.call(rejectPovertyStandard, { params: { proposalId }, body: { reason: 'Sai mức' }, caller });
const withdraw = (proposalId: string, caller = administrator) =>
  service.call(withdrawPovertyStandard, { params: { proposalId }, body: { reason: 'Lập lại' }, caller });
const standards = async (on?: string) =>
  (await service.call(listPovertyStandards, { query: on === undefined ? {} : { on } })).items;
const proposals = async (query: { status?: 'pending' | 'approved' | 'rejected' | 'withdrawn' } = {}) =>
  (await service.call(listPovertyStandardProposals, { query })).items.map(({ proposalId }) => proposalId);
const events = async () =>
  (await everything(table)).flatMap(({ event }) => (event === undefined ? [] : [event as { type: string }]));

describe('a poverty standard', () => {
  it('is none until another person than its maker approves it', async () => {
    await service.loadReference();
    await service.register(household('hh-1'));
    const next = { ...HIGHER, standardId: 'national-2026', from: '2026-01-01' };
    expect(await propose('p-1', next)).toEqual({ id: 'p-1', version: 1, status: 'pending' });
    expect(await standards('2026-11-24')).toEqual([NATIONAL_2022]);
    const byIt = { ...nearPoor, standardId: next.standardId, incomePerPerson: '2400000' };
    await expect(service.classify('hh-1', byIt)).rejects.toThrow('standard-unknown');
    await expect(approve('p-1', administrator)).rejects.toThrow('maker-may-not-decide');
    expect(await approve('p-1')).toEqual({ id: 'p-1', version: 2, status: 'approved' });
    expect(await standards('2026-11-24')).toEqual([NATIONAL_2022, next]);
    await service.classify('hh-1', byIt);
  });

  it('counts on the days it names, whenever it was approved', async () => {
    await establish(service.call, NATIONAL_2022);
    await establish(service.call, {
      ...HIGHER,
      standardId: 'national-2027',
      from: '2027-01-01',
      to: '2030-12-31',
    });
    expect(await standards()).toHaveLength(2);
    expect(await standards('2026-12-31')).toMatchObject([{ standardId: 'national-2022' }]);
    expect(await standards('2027-01-01')).toMatchObject([{ standardId: 'national-2027' }]);
    await expect(propose('p-1', { ...HIGHER, to: '2021-12-31' })).rejects.toMatchObject({
      code: 'input-malformed',
      fields: [{ pointer: '/standard/to' }],
    });
  });

  it('stays as it is while other content is proposed, rejected or withdrawn, and both are told', async () => {
    await establish(service.call, NATIONAL_2022);
    await propose('p-1', HIGHER);
    await propose('p-2', HIGHER);
    await expect(withdraw('p-1', person('administrator', { id: 'another' }))).rejects.toThrow(
      'only-maker-may-withdraw',
    );
    expect(await reject('p-1')).toEqual({ id: 'p-1', version: 2, status: 'rejected' });
    expect(await withdraw('p-2')).toEqual({ id: 'p-2', version: 2, status: 'withdrawn' });
    expect(await standards()).toEqual([NATIONAL_2022]);
    const told = (await events()).filter((event) => !event.type.endsWith('Approved'));
    expect(told.map(({ type }) => type).sort()).toEqual([
      'PovertyStandardProposed',
      'PovertyStandardProposed',
      'PovertyStandardProposed',
      'PovertyStandardRejected',
      'PovertyStandardWithdrawn',
    ]);
    expect(told).toContainEqual(
      expect.objectContaining({
        type: 'PovertyStandardRejected',
        data: expect.objectContaining({ reason: 'Sai mức', proposedBy: 'administrator' }) as unknown,
      }),
    );
  });

  it('is published with its revision and both persons once it is approved', async () => {
    await establish(service.call, NATIONAL_2022);
    await propose('p-1', HIGHER);
    await approve('p-1');
    const approved = (await events()).filter(({ type }) => type === 'PovertyStandardApproved');
    expect(approved).toContainEqual(
      expect.objectContaining({
        data: {
          proposalId: 'p-1',
          standardId: 'national-2022',
          from: '2022-01-01',
          to: '2026-12-31',
          revision: 2,
          proposedBy: 'administrator',
        },
      }),
    );
    expect(approved).toHaveLength(2);
  });
});

describe('a proposal', () => {
  it('is read beside the revision it was made to, also after that was replaced', async () => {
    await establish(service.call, NATIONAL_2022);
    await propose('p-1', HIGHER);
    await approve('p-1');
    expect(await service.call(getPovertyStandardProposal, { params: { proposalId: 'p-1' } })).toMatchObject({
      proposal: {
        status: 'approved',
        basedOn: 1,
        standard: HIGHER,
        proposedBy: 'administrator',
        decided: { by: 'provincial-leader', reason: null },
      },
      before: NATIONAL_2022,
      decidedBy: ['provincial-leader', 'administrator'],
    });
  });

  it('is listed by status, those that wait longest first', async () => {
    const at = (now: string) => testAct({ now });
    await propose('p-b', NATIONAL_2022, at('2026-11-24T01:00:00.000Z'));
    await propose('p-a', NATIONAL_2022, at('2026-11-24T02:00:00.000Z'));
    await propose('p-c', NATIONAL_2022, at('2026-11-24T03:00:00.000Z'));
    await reject('p-c');
    expect(await proposals()).toEqual(['p-b', 'p-a']);
    expect(await proposals({ status: 'rejected' })).toEqual(['p-c']);
    expect(await proposals({ status: 'approved' })).toEqual([]);
  });

  it('says something new, of a standard as its maker saw it, under an id of its own', async () => {
    await establish(service.call, NATIONAL_2022);
    await expect(propose('p-1', { ...NATIONAL_2022 })).rejects.toThrow('standard-unchanged');
    await expect(propose('p-1', HIGHER, testAct(), 0)).rejects.toThrow('version-stale');
    await propose('p-1', HIGHER, testAct(), 1);
    await expect(propose('p-1', HIGHER)).rejects.toThrow('already-exists');
    await expect(approve('p-9')).rejects.toThrow('not-found');
  });

  it('is decided once, however many try at the same time', async () => {
    await propose('p-1');
    const tries = await Promise.allSettled([approve('p-1'), reject('p-1'), approve('p-1'), withdraw('p-1')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'proposal-not-pending' });
    }
    expect((await events()).filter(({ type }) => !type.endsWith('Proposed'))).toHaveLength(1);
  });

  it('never undoes another that was approved after it was made, also at the same time', async () => {
    await establish(service.call, NATIONAL_2022);
    const contents = ['2100000', '2200000', '2300000'].map((maxIncome) => ({
      ...NATIONAL_2022,
      rules: NATIONAL_2022.rules.map((rule) => ({ ...rule, maxIncome })),
    }));
    for (const [index, content] of contents.entries()) await propose(`p-${index}`, content);
    const tries = await Promise.allSettled(contents.map((_, index) => approve(`p-${index}`)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'standard-changed-since' });
    }
    const winner = tries.findIndex(({ status }) => status === 'fulfilled');
    expect(await standards()).toEqual([contents[winner]]);
    expect(await proposals()).toHaveLength(2);
  });

  it('repeated under its key, and decided on again under one, is answered alike and writes nothing', async () => {
    const proposing = () => propose('p-1', NATIONAL_2022, testAct({ key: 'propose-once' }));
    const approving = () => approve('p-1', leader, testAct({ key: 'approve-once' }));
    const proposed = await proposing();
    const approved = await approving();
    const before = (await everything(table)).length;
    await expect(proposing()).rejects.toThrow(Replay);
    await expect(proposing()).rejects.toMatchObject({ answer: proposed });
    await expect(approving()).rejects.toMatchObject({ answer: approved });
    await propose('p-2', HIGHER, testAct({ dryRun: true }));
    expect(await everything(table)).toHaveLength(before);
  });
});
