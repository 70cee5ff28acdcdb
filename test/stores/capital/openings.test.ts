import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { Replay } from '#shared/data/act.ts';
import { testAct } from '#test/support/acts.ts';
import { countItems, investor, lending, openCapital, opening } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actOf, colleague, officer } from './funds-on-dynamo.ts';
import { setClock, verify } from './ledger-on-dynamo.ts';
import {
  applyApproved,
  CUT_OVER,
  decision,
  dyingTable,
  fundNow,
  linesOf,
  named,
  params,
  proposalOf,
  tellPlaces,
} from './openings-on-dynamo.ts';
import type { Proposal } from './openings-on-dynamo.ts';

const {
  proposeOpeningBalances,
  approveOpeningBalances,
  rejectOpeningBalances,
  withdrawOpeningBalances,
  getOpeningBalances,
  getSource,
  listQuotas,
  openSource,
  putInvestor,
  receiveCapital,
} = CAPITAL_ROUTES;

let capital: Capital;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-01-15T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await tellPlaces(capital);
  const { investorId } = opening;
  await capital.call(putInvestor, { params: { investorId }, body: investor, act: actOf(officer) });
  await capital.call(openSource, { body: opening, act: actOf(officer), caller: officer });
  setClock('2026-03-01T09:00');
  return () => vi.useRealTimers();
});

const propose = (body: Proposal, act = actOf(officer)) =>
  capital.call(proposeOpeningBalances, { params, body, caller: officer, act });

const approve = (caller = colleague, act = actOf(caller)) =>
  capital.call(approveOpeningBalances, { params: named, body: {}, caller, act });

const shown = async () =>
  (await capital.call(getOpeningBalances, { params: named, caller: officer })).opening;

describe('opening balances', () => {
  it('are in the ledger line by line, whatever step the process dies after', async () => {
    const body = proposalOf(linesOf(300));
    expect(await propose(body)).toEqual({ id: 'opening-1', version: 1, status: 'pending' });
    expect(await fundNow(capital)).toEqual({ fund: 0n, held: 0n, leaves: 0 });
    expect(await approve()).toEqual({ id: 'opening-1', version: 2, status: 'taking-in' });
    const receipt = { amount: '1', decision, effectiveOn: '2026-02-20' };
    const receive = () =>
      capital.call(receiveCapital, { params, body: receipt, caller: officer, act: actOf(officer) });
    for (let step = 1; step < 10; step += 1) {
      expect(await shown()).toMatchObject({ status: 'taking-in', recorded: step * 30 });
      const { fund, held, leaves } = await fundNow(capital);
      expect(held).toBe(fund);
      expect(leaves).toBe(step * 30);
      await expect(receive()).rejects.toThrow('busy-try-again');
      expect(await applyApproved(capital, 'OpeningBalancesApproved', dyingTable(capital))).toBe(1);
    }
    expect(await shown()).toMatchObject({ status: 'approved', recorded: 300 });
    const before = await countItems(capital.table);
    expect(await applyApproved(capital, 'OpeningBalancesApproved')).toBe(0);
    expect(await applyApproved(capital, 'OpeningBalancesApproved')).toBe(0);
    expect(await countItems(capital.table)).toBe(before);
    const { fund } = body.controlTotals;
    expect(await fundNow(capital)).toEqual({ fund: BigInt(fund), held: BigInt(fund), leaves: 300 });

    await receive();
    await capital.project();
    setClock('2026-03-02T09:00');
    expect((await verify(capital)).findings).toEqual([]);
    const trace = await capital.call(getSource, {
      params,
      query: { asOf: CUT_OVER },
      caller: officer,
      act: actOf(officer),
    });
    expect(trace.totals).toMatchObject({
      fund,
      lent: body.controlTotals.outstanding,
      available: body.controlTotals.available,
      unallocated: '7000',
    });
  });

  it('are read a page at a time, in the order they were sent', async () => {
    const lines = linesOf(70);
    await propose(proposalOf(lines));
    const read: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await capital.call(getOpeningBalances, {
        params: named,
        query: cursor === undefined ? {} : { cursor },
        caller: officer,
      });
      read.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(read).toEqual(lines);
    expect(await shown()).toMatchObject({ status: 'pending', lines: 70, recorded: 0, document: 'BB-1' });
  });

  it('few enough are recorded with their approval, and call those who wait for capital there', async () => {
    await capital.deliver(
      lending.approved('loan-1', '400', { programmeId: 'programme-1', communeId: '10001-2025' }),
    );
    await propose(proposalOf(linesOf(5)));
    expect(await approve()).toMatchObject({ status: 'approved' });
    const quotas = await capital.call(listQuotas, {
      params,
      query: { communeId: '10001-2025' },
      caller: officer,
    });
    expect(quotas.items).toMatchObject([{ quota: '1000501', available: '500', lent: '1000001' }]);
    expect(await capital.serve()).toBe(1);
    expect((await capital.events()).map(({ type }) => type)).toContain('CapitalReserved');
    await capital.project();
    expect((await verify(capital)).findings).toEqual([]);
  });
});

describe('nothing is taken in', () => {
  it('when a control total differs by one đồng: each is named, with what the lines give and the difference', async () => {
    const body = proposalOf(linesOf(3));
    const { controlTotals } = body;
    const wrong = { ...controlTotals, available: '1001', fund: '1' };
    await expect(propose({ ...body, controlTotals: wrong })).rejects.toMatchObject({
      code: 'control-totals-differ',
      fields: [
        {
          pointer: '/controlTotals/available',
          detail: { en: expect.stringContaining('difference 1 đồng') as string },
        },
        {
          pointer: '/controlTotals/fund',
          detail: { vi: expect.stringContaining('Đã nêu 1 đồng') as string },
        },
      ],
    });
  });

  it('when lines repeat each other or carry nothing: every such line is named', async () => {
    const [first, second] = linesOf(2);
    if (!first || !second) throw new Error('two lines');
    const lines = [
      first,
      second,
      first,
      { ...second, programmeId: 'other', outstanding: '0', available: '0' },
    ];
    await expect(propose(proposalOf(lines))).rejects.toMatchObject({
      code: 'opening-lines-refused',
      fields: [{ pointer: '/lines/2' }, { pointer: '/lines/3' }],
    });
  });

  it('by its maker, twice, or after anything was posted to the source', async () => {
    await propose(proposalOf(linesOf(3)));
    await expect(approve(officer)).rejects.toThrow('maker-may-not-decide');
    await expect(propose(proposalOf(linesOf(3)))).rejects.toThrow('already-exists');
    const second = { ...named, openingId: 'opening-2' };
    await propose(proposalOf(linesOf(3), { openingId: 'opening-2' }));
    const tries = await Promise.allSettled([approve(), approve()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(approve()).rejects.toThrow('proposal-not-pending');
    const late = capital.call(approveOpeningBalances, {
      params: second,
      body: {},
      caller: colleague,
      act: actOf(colleague),
    });
    await expect(late).rejects.toThrow('source-has-entries');
    await expect(propose(proposalOf(linesOf(1), { openingId: 'opening-3' }))).rejects.toThrow(
      'source-has-entries',
    );
  });

  it('when they are rejected or withdrawn, each with its reason', async () => {
    await propose(proposalOf(linesOf(1)));
    await propose(proposalOf(linesOf(1), { openingId: 'opening-2' }));
    const body = { reason: 'Chưa đối chiếu' };
    await capital.call(rejectOpeningBalances, {
      params: named,
      body,
      caller: colleague,
      act: actOf(colleague),
    });
    const withdraw = (caller: typeof officer) =>
      capital.call(withdrawOpeningBalances, {
        params: { ...named, openingId: 'opening-2' },
        body,
        caller,
        act: actOf(caller),
      });
    await expect(withdraw(colleague)).rejects.toThrow('only-maker-may-withdraw');
    expect(await withdraw(officer)).toMatchObject({ status: 'withdrawn' });
    expect(await shown()).toMatchObject({ status: 'rejected', decided: { reason: 'Chưa đối chiếu' } });
    expect(await fundNow(capital)).toEqual({ fund: 0n, held: 0n, leaves: 0 });
  });

  it('by a preview, nor twice under one key', async () => {
    const before = await countItems(capital.table);
    await propose(proposalOf(linesOf(100)), testAct({ dryRun: true }));
    expect(await countItems(capital.table)).toBe(before);
    await propose(proposalOf(linesOf(3)));
    const act = () => actOf(colleague, { key: 'approve-once' });
    const first = await approve(colleague, act());
    const after = await countItems(capital.table);
    const again = approve(colleague, act());
    await expect(again).rejects.toThrow(Replay);
    await expect(again).rejects.toMatchObject({ answer: first });
    expect(await countItems(capital.table)).toBe(after);
  });
});
