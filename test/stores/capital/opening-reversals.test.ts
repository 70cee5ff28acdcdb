import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { investor, lending, openCapital, opening } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actOf, colleague, officer } from './funds-on-dynamo.ts';
import { setClock, verify } from './ledger-on-dynamo.ts';
import {
  applyApproved,
  CUT_OVER,
  dyingTable,
  fundNow,
  linesOf,
  named,
  params,
  proposalOf,
  tellPlaces,
} from './openings-on-dynamo.ts';

const {
  approveOpeningBalances,
  approveOpeningReversal,
  getOpeningBalances,
  getSource,
  listEntries,
  openSource,
  proposeOpeningBalances,
  proposeOpeningReversal,
  putInvestor,
  receiveCapital,
  rejectOpeningReversal,
  withdrawOpeningReversal,
} = CAPITAL_ROUTES;

const reason = 'Dư nợ của một xã ghi nhầm';

const ON_REVERSAL = '2026-03-05';

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

/** Balances of so many lines, approved and recorded in full; then the day of their reversal. */
async function standing(lines: number) {
  const body = proposalOf(linesOf(lines));
  await capital.call(proposeOpeningBalances, { params, body, caller: officer, act: actOf(officer) });
  const approving = { params: named, body: {}, caller: colleague, act: actOf(colleague) };
  await capital.call(approveOpeningBalances, approving);
  await applyApproved(capital, 'OpeningBalancesApproved');
  setClock(`${ON_REVERSAL}T09:00`);
  return body;
}

const propose = (caller = officer) =>
  capital.call(proposeOpeningReversal, { params: named, body: { reason }, caller, act: actOf(caller) });

const approve = (caller = colleague) =>
  capital.call(approveOpeningReversal, { params: named, body: {}, caller, act: actOf(caller) });

const shown = async () =>
  (await capital.call(getOpeningBalances, { params: named, caller: officer })).opening;

const totalsOn = async (asOf: string) =>
  (await capital.call(getSource, { params, query: { asOf }, caller: officer, act: actOf(officer) })).totals;

async function expectVerified(): Promise<void> {
  await capital.project();
  setClock('2026-03-06T09:00');
  expect((await verify(capital)).findings).toEqual([]);
}

describe('opening balances are taken back', () => {
  it('by two persons: as they stood until the day, nothing from it on', async () => {
    const { controlTotals } = await standing(5);
    const before = await fundNow(capital);
    expect(await propose()).toMatchObject({ status: 'reversal-pending' });
    expect(await fundNow(capital)).toEqual(before);
    await expect(approve(officer)).rejects.toThrow('maker-may-not-decide');
    expect(await approve()).toMatchObject({ status: 'reversed' });
    expect(await fundNow(capital)).toEqual({ fund: 0n, held: 0n, leaves: 5 });
    expect(await shown()).toMatchObject({
      status: 'reversed',
      recorded: 0,
      reversal: { reason, proposedBy: officer.id, decided: { by: colleague.id }, effectiveOn: ON_REVERSAL },
    });
    await expect(approve()).rejects.toThrow('proposal-not-pending');
    await expect(propose()).rejects.toThrow('opening-balances-not-standing');
    await capital.project();
    expect(await totalsOn('2026-03-04')).toMatchObject({ fund: controlTotals.fund });
    expect(await totalsOn(ON_REVERSAL)).toMatchObject({ fund: '0', lent: '0', available: '0' });
    const { items } = await capital.call(listEntries, { params, caller: officer });
    const reversals = items.filter(({ effectiveOn }) => effectiveOn === ON_REVERSAL);
    expect(reversals.map(({ type }) => type).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'OpeningBalanceReversed'),
      'SourceOpeningReversed',
    ]);
    await expectVerified();
  });

  it('and may be proposed anew, for a day on which nothing stands any more', async () => {
    const body = await standing(3);
    await propose();
    await approve();
    const again = (cutOverOn: string) =>
      capital.call(proposeOpeningBalances, {
        params,
        body: { ...body, openingId: 'opening-2', cutOverOn },
        caller: officer,
        act: actOf(officer),
      });
    await expect(again(CUT_OVER)).rejects.toThrow('effective-day-before-last-entry');
    await again(ON_REVERSAL);
    await capital.call(approveOpeningBalances, {
      params: { ...params, openingId: 'opening-2' },
      body: {},
      caller: colleague,
      act: actOf(colleague),
    });
    const fund = BigInt(body.controlTotals.fund);
    expect(await fundNow(capital)).toEqual({ fund, held: fund, leaves: 3 });
    await expectVerified();
  });

  it('line by line, whatever step the process dies after', async () => {
    await standing(100);
    await propose();
    expect(await approve()).toMatchObject({ status: 'taking-back' });
    const receipt = { amount: '1', decision: proposalOf([]).decision, effectiveOn: '2026-02-20' };
    for (const recorded of [90, 60, 30]) {
      expect(await shown()).toMatchObject({ status: 'taking-back', recorded });
      const { fund, held } = await fundNow(capital);
      expect(held).toBe(fund);
      expect(fund).toBeGreaterThan(7000n);
      const receive = { params, body: receipt, caller: officer, act: actOf(officer) };
      await expect(capital.call(receiveCapital, receive)).rejects.toThrow('busy-try-again');
      expect(await applyApproved(capital, 'OpeningReversalApproved', dyingTable(capital))).toBe(1);
    }
    expect(await shown()).toMatchObject({ status: 'reversed', recorded: 0 });
    expect(await applyApproved(capital, 'OpeningReversalApproved')).toBe(0);
    expect(await fundNow(capital)).toEqual({ fund: 0n, held: 0n, leaves: 100 });
    await expectVerified();
  });

  it('whole or not at all: what was lent from meanwhile puts everything back', async () => {
    const { controlTotals } = await standing(70);
    await propose();
    expect(await approve()).toMatchObject({ status: 'taking-back' });
    const place = { programmeId: 'programme-1', communeId: '10001-2025' };
    await capital.deliver(lending.approved('loan-1', '400', place));
    expect(await applyApproved(capital, 'OpeningReversalApproved')).toBe(0);
    expect(await shown()).toMatchObject({
      status: 'approved',
      recorded: 70,
      reversal: { failedLines: [2], decided: { by: colleague.id } },
    });
    expect((await fundNow(capital)).fund).toBe(BigInt(controlTotals.fund));
    const undone = (await capital.events()).filter(({ type }) => type === 'OpeningReversalUndone');
    expect(undone).toMatchObject([{ actor: colleague.id, data: { failedLines: [2] } }]);
    await capital.project();
    expect(await totalsOn('2026-03-04')).toMatchObject({ fund: controlTotals.fund });
    expect(await totalsOn(ON_REVERSAL)).toMatchObject({ fund: controlTotals.fund });
    await expectVerified();
  });
});

describe('opening balances stay', () => {
  it('while an amount they brought is no longer where they put it: each is named', async () => {
    await standing(4);
    const place = { programmeId: 'programme-2', communeId: '10002-2025' };
    await capital.deliver(lending.approved('loan-1', '400', place));
    await propose();
    await expect(approve()).rejects.toMatchObject({
      code: 'opening-balances-in-use',
      fields: [
        {
          pointer: '/lines/2/available',
          detail: { en: expect.stringContaining('400 đồng are missing') as string },
        },
      ],
    });
    expect(await shown()).toMatchObject({ status: 'reversal-pending', recorded: 4 });
  });

  it('when the reversal is rejected or withdrawn, and it may be proposed again', async () => {
    await standing(1);
    const body = { reason: 'Số dư đúng với biên bản' };
    await propose();
    await expect(propose()).rejects.toThrow('opening-balances-not-standing');
    const withdraw = (caller: typeof officer) =>
      capital.call(withdrawOpeningReversal, { params: named, body, caller, act: actOf(caller) });
    await expect(withdraw(colleague)).rejects.toThrow('only-maker-may-withdraw');
    expect(await withdraw(officer)).toMatchObject({ status: 'approved' });
    await propose();
    const rejecting = { params: named, body, caller: colleague, act: actOf(colleague) };
    expect(await capital.call(rejectOpeningReversal, rejecting)).toMatchObject({ status: 'approved' });
    expect(await shown()).toMatchObject({ reversal: { decided: { reason: body.reason } } });
    expect(await propose(colleague)).toMatchObject({ status: 'reversal-pending' });
  });

  it('while there are none in the ledger of that name', async () => {
    await expect(propose()).rejects.toThrow('not-found');
    const body = proposalOf(linesOf(1));
    await capital.call(proposeOpeningBalances, { params, body, caller: officer, act: actOf(officer) });
    await expect(propose()).rejects.toThrow('opening-balances-not-standing');
    await expect(approve()).rejects.toThrow('not-found');
  });
});
