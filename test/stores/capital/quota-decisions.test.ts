import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { QuotaLine } from '#shared/contracts/capital/quota/views.ts';
import { Replay } from '#shared/data/act.ts';
import { person, testAct } from '#test/support/acts.ts';
import { tellReferences } from '#test/support/told-references.ts';
import {
  COMMUNE,
  countItems,
  decision,
  fund,
  lending,
  openCapital,
  PROGRAMME,
  SOURCE,
} from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';
import { allocation, decideQuota, director, planner, recall } from './quota-on-dynamo.ts';

const {
  proposeQuotaDecision,
  approveQuotaDecision,
  rejectQuotaDecision,
  withdrawQuotaDecision,
  listQuotaDecisions,
  getQuotaDecision,
} = QUOTA_ROUTES;

const ELSEWHERE = '06655-2025';

const DISTRICT = '193-0000';

const params = { sourceId: SOURCE };

let capital: Capital;

beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await tellReferences(capital.table, { areas: [DISTRICT] });
  await fund(capital, '1000', '600');
});

const propose = (
  lines: QuotaLine[],
  {
    decisionId = 'decision-1',
    acceptPartial = false,
    caller = planner,
    act = testAct(),
    day = '2026-11-24',
    isAnother = false,
  } = {},
) =>
  capital.call(proposeQuotaDecision, {
    params,
    body: { decisionId, decision, effectiveOn: day, lines, acceptPartial, isAnother },
    caller,
    act,
  });

const named = (decisionId = 'decision-1') => ({ ...params, decisionId });

const approve = (decisionId = 'decision-1', caller = director, act = testAct()) =>
  capital.call(approveQuotaDecision, { params: named(decisionId), body: {}, caller, act });

const show = (decisionId = 'decision-1') =>
  capital.call(getQuotaDecision, { params: named(decisionId), query: {} });

const quotas = async () =>
  Object.fromEntries(
    (await capital.call(CAPITAL_ROUTES.listQuotas, { params, query: {} })).items.map(
      ({ communeId, quota }) => [communeId, quota],
    ),
  );

const move = (from: string, to: string, amount: string): QuotaLine => ({
  kind: 'move',
  from: { programmeId: PROGRAMME, areaId: from },
  to: { programmeId: PROGRAMME, areaId: to },
  amount,
});

describe('a proposed decision', () => {
  it('shows what it would do and changes nothing, until another person approves it', async () => {
    const lines = [allocation('22', '400'), recall(COMMUNE, '100'), move(COMMUNE, DISTRICT, '50')];
    const preview = await propose(lines);
    expect(preview).toMatchObject({
      id: 'decision-1',
      version: 1,
      status: 'pending',
      sums: { allocated: '450', recalled: '150', unallocatedBefore: '400', unallocatedAfter: '100' },
      refusedLines: 0,
    });
    expect(preview.rows.map(({ areaId, before, after }) => [areaId, before.quota, after.quota])).toEqual([
      [COMMUNE, '600', '500'],
      [COMMUNE, '500', '450'],
      [DISTRICT, '0', '50'],
      ['22', '0', '400'],
    ]);
    expect(await quotas()).toEqual({ [COMMUNE]: '600' });
    await expect(approve('decision-1', planner)).rejects.toThrow('maker-may-not-decide');

    expect(await approve()).toEqual({ id: 'decision-1', version: 2, status: 'approved' });
    expect(await quotas()).toEqual({ [COMMUNE]: '450', [DISTRICT]: '50', '22': '400' });
    expect(await show()).toMatchObject({
      decision: { status: 'approved', applied: 4, rows: 4, decided: { by: 'director' }, failedLines: [] },
      items: preview.rows,
      next: null,
      decidedBy: ['branch-planner', 'branch-director'],
    });
    await capital.project();
    const { totals } = await capital.call(CAPITAL_ROUTES.getSource, { params, query: {} });
    expect(totals).toMatchObject({ fund: '1000', quota: '900', unallocated: '100' });
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('both takes from and gives to one place with one entry each', async () => {
    await decideQuota(capital, SOURCE, [recall(COMMUNE, '200'), allocation(COMMUNE, '50')]);
    const entries = (await capital.events()).filter(({ subject }) => subject.endsWith(COMMUNE));
    expect(entries.map(({ type, aggregateVersion }) => `${type} ${String(aggregateVersion)}`).sort()).toEqual(
      ['QuotaAllocated 1', 'QuotaAllocated 3', 'QuotaRecalled 2'],
    );
    expect(await quotas()).toEqual({ [COMMUNE]: '450' });
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });

  it('beyond its limits is refused with all of them, or keeps to them line by line when that is accepted', async () => {
    const lines = [allocation(ELSEWHERE, '401'), recall(COMMUNE, '601'), allocation('22', '400')];
    await expect(propose(lines)).rejects.toMatchObject({
      code: 'quota-decision-refused',
      fields: [{ pointer: '/lines/0/amount' }, { pointer: '/lines/1/amount' }],
    });
    await expect(propose([allocation('22', '1')], { day: '2026-01-09' })).rejects.toMatchObject({
      fields: [{ pointer: '/decision/issuedOn' }, { pointer: '/effectiveOn' }],
    });
    await expect(propose(lines.slice(0, 2), { acceptPartial: true })).rejects.toThrow(
      'quota-decision-refused',
    );
    expect(await propose(lines, { acceptPartial: true })).toMatchObject({
      sums: { lines: 1, allocated: '400' },
      refusedLines: 2,
      refused: [{ pointer: '/lines/0/amount' }, { pointer: '/lines/1/amount' }],
    });
    await approve();
    expect(await quotas()).toEqual({ [COMMUNE]: '600', '22': '400' });
  });

  it('as a dry run shows every row and writes nothing', async () => {
    const areas = Array.from({ length: 300 }, (_, index) => areaOf(index));
    await tellReferences(capital.table, { areas });
    const before = await countItems(capital.table);
    const lines = areas.map((areaId) => allocation(areaId, '1'));
    const preview = await propose(lines, { act: testAct({ dryRun: true }) });
    expect(preview.rows).toHaveLength(300);
    expect(await countItems(capital.table)).toBe(before);
    expect((await propose(lines)).rows).toHaveLength(100);
  });

  it('is refused when it no longer fits, and stays pending', async () => {
    await propose([recall(COMMUNE, '300'), allocation('22', '700')]);
    await decideQuota(capital, SOURCE, [allocation(ELSEWHERE, '100')]);
    await capital.deliver(lending.approved('loan-1', '400'));
    await expect(approve()).rejects.toMatchObject({
      code: 'quota-decision-refused',
      fields: [{ pointer: '/lines/0/amount' }, { pointer: '/lines/1/amount' }],
    });
    expect(await show()).toMatchObject({ decision: { status: 'pending', decided: null } });
  });

  it('is rejected by another person or withdrawn by its maker, once', async () => {
    const reason = 'Chưa đúng kế hoạch';
    await propose([allocation('22', '1')]);
    await propose([allocation('22', '2')], { decisionId: 'decision-2' });
    const withdraw = (caller = planner) =>
      capital.call(withdrawQuotaDecision, { params: named(), body: { reason }, caller });
    await expect(withdraw(director)).rejects.toThrow('only-maker-may-withdraw');
    expect(await withdraw()).toMatchObject({ status: 'withdrawn' });
    await expect(withdraw()).rejects.toThrow('proposal-not-pending');
    await capital.call(rejectQuotaDecision, {
      params: named('decision-2'),
      body: { reason },
      caller: director,
    });
    await expect(approve('decision-2')).rejects.toThrow('proposal-not-pending');
    expect(await quotas()).toEqual({ [COMMUNE]: '600' });
    const types = (await capital.events()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['QuotaDecisionRejected', 'QuotaDecisionWithdrawn']));
  });

  it('is listed pending first, by status when asked for one, for those whose area is the province', async () => {
    await propose([allocation('22', '1')]);
    await approve();
    await propose([allocation('22', '2')], { decisionId: 'decision-2' });
    const list = async (query: { status?: 'pending' | 'undone' } = {}, caller = person('auditor')) =>
      (await capital.call(listQuotaDecisions, { params, query, caller })).items.map(
        ({ decisionId, status }) => `${decisionId} ${status}`,
      );
    const all = await list();
    expect(all[0]).toBe('decision-2 pending');
    expect(all).toContain('decision-1 approved');
    expect(await list({ status: 'pending' })).toEqual(['decision-2 pending']);
    expect(await list({ status: 'undone' })).toEqual([]);
    await expect(list({}, person('auditor', { areas: [COMMUNE] }))).rejects.toThrow('area-not-allowed');
  });

  it('needs a free id, a source, and that all its areas are the maker’s', async () => {
    await propose([allocation('22', '1')]);
    await expect(propose([allocation('22', '1')])).rejects.toThrow('already-exists');
    const ofOneCommune = person('branch-planner', { id: 'local', areas: [COMMUNE] });
    await expect(propose([allocation('22', '1')], { caller: ofOneCommune })).rejects.toThrow(
      'area-not-allowed',
    );
    const elsewhere = capital.call(proposeQuotaDecision, {
      params: { sourceId: 'src-none' },
      body: { decisionId: 'decision-1', decision, lines: [allocation('22', '1')] },
    });
    await expect(elsewhere).rejects.toThrow('not-found');
  });

  it('repeated under its keys is one decision', async () => {
    const acts = { propose: () => testAct({ key: 'propose' }), approve: () => testAct({ key: 'approve' }) };
    await propose([allocation('22', '1')], { act: acts.propose() });
    await expect(propose([allocation('22', '1')], { act: acts.propose() })).rejects.toThrow(Replay);
    await approve('decision-1', director, acts.approve());
    const before = await countItems(capital.table);
    await expect(approve('decision-1', director, acts.approve())).rejects.toThrow(Replay);
    expect(await countItems(capital.table)).toBe(before);
  });
});

/** Of two decisions for the same money approved at once, one fits. */
it('decisions that meet give nothing out twice', async () => {
  const ids = ['decision-1', 'decision-2', 'decision-3'];
  for (const decisionId of ids) await propose([allocation('22', '300')], { decisionId, isAnother: true });
  const tries = await Promise.allSettled(ids.map((decisionId) => approve(decisionId)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await quotas()).toEqual({ [COMMUNE]: '600', '22': '300' });
});

function areaOf(index: number): string {
  return `${String(10000 + index)}-2025`;
}
