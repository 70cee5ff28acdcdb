import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { openingReactions } from '#capital/opening/reactions.ts';
import { openLedgerReads } from '#capital/verification/adapters/ledger-reads.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { testAct } from '#test/support/acts.ts';
import { CONTEXT, sqsEvent } from '#test/support/lambda-events.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { countItems, investor, lending, openCapital, opening, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actOf, colleague, officer } from './funds-on-dynamo.ts';
import { setClock, verify } from './ledger-on-dynamo.ts';

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

const params = { sourceId: SOURCE };

const named = { ...params, openingId: 'opening-1' };

const CUT_OVER = '2026-01-31';

const decision = { number: '5/QĐ', issuedOn: '2026-02-10', issuer: 'UBND tỉnh' };

type Proposal = BodySent<typeof proposeOpeningBalances>;

const COMMUNES = 60;

const PROGRAMMES = 7;

const communeOf = (index: number) => `${10_000 + index}-2025`;

const linesOf = (count: number): Proposal['lines'] =>
  Array.from({ length: count }, (_, index) => ({
    programmeId: `programme-${index % PROGRAMMES}`,
    communeId: communeOf(index % COMMUNES),
    outstanding: String(1_000_000 + index),
    available: index % 3 === 0 ? '0' : '500',
  }));

const proposalOf = (lines: Proposal['lines'], given: Partial<Proposal> = {}): Proposal => {
  const sum = (name: 'outstanding' | 'available') =>
    lines.reduce((total, line) => total + BigInt(line[name]), 0n);
  const [outstanding, available] = [sum('outstanding'), sum('available')];
  return {
    openingId: 'opening-1',
    cutOverOn: CUT_OVER,
    decision,
    document: 'BB-1',
    controlTotals: {
      outstanding: outstanding.toString(),
      available: available.toString(),
      unallocated: '7000',
      provision: '90',
      fund: (outstanding + available + 7000n).toString(),
    },
    lines,
    ...given,
  };
};

let capital: Capital;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-01-15T09:00');
  capital = await openCapital(inject('dynamoEndpoint'));
  await tellReferences(capital.table, {
    programmes: ['other', ...Array.from({ length: PROGRAMMES }, (_, index) => `programme-${index}`)],
    areas: Array.from({ length: COMMUNES }, (_, index) => communeOf(index)),
  });
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

/** Delivers the approval to a consumer on this table; answers how many go back to the queue. */
const deliver = async (table: Table = capital.table): Promise<number> => {
  const consume = eventConsumer({
    ...observe('test'),
    name: 'capital-apply-decisions',
    table,
    reactions: openingReactions(table),
  });
  const approved = (await capital.events()).filter(({ type }) => type === 'OpeningBalancesApproved');
  expect(approved).toHaveLength(1);
  return (await consume(sqsEvent(...approved), CONTEXT)).batchItemFailures.length;
};

/** The same table for a process that dies after its first transaction. */
function dyingTable(): Table {
  const { client } = capital.table;
  const send = async (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    const answer: unknown = await client.send(command);
    if (command instanceof TransactWriteCommand) throw new Error('the process died');
    return answer;
  };
  return { ...capital.table, client: Object.assign(Object.create(client) as typeof client, { send }) };
}

/** The fund from where it came, and from where it lies: the heads of the ledger as they are now. */
async function fundNow(): Promise<{ fund: bigint; held: bigint; leaves: number }> {
  let [fund, held, leaves] = [0n, 0n, 0];
  for await (const { book, balances } of openLedgerReads(capital.table).heads(SOURCE)) {
    const of = (account: string): bigint => balances[account] ?? 0n;
    if (book.leaf === null) {
      fund += of('opening-capital');
      held += of('cash-unallocated');
    } else {
      held += of('cash-available') + of('opening-loans');
      leaves += 1;
    }
  }
  return { fund, held, leaves };
}

describe('opening balances', () => {
  it('are in the ledger line by line, whatever step the process dies after', async () => {
    const body = proposalOf(linesOf(300));
    expect(await propose(body)).toEqual({ id: 'opening-1', version: 1, status: 'pending' });
    expect(await fundNow()).toEqual({ fund: 0n, held: 0n, leaves: 0 });
    expect(await approve()).toEqual({ id: 'opening-1', version: 2, status: 'taking-in' });
    const receipt = { amount: '1', decision, effectiveOn: '2026-02-20' };
    const receive = () =>
      capital.call(receiveCapital, { params, body: receipt, caller: officer, act: actOf(officer) });
    for (let step = 1; step < 10; step += 1) {
      expect(await shown()).toMatchObject({ status: 'taking-in', recorded: step * 30 });
      const { fund, held, leaves } = await fundNow();
      expect(held).toBe(fund);
      expect(leaves).toBe(step * 30);
      await expect(receive()).rejects.toThrow('busy-try-again');
      expect(await deliver(dyingTable())).toBe(1);
    }
    expect(await shown()).toMatchObject({ status: 'approved', recorded: 300 });
    const before = await countItems(capital.table);
    expect(await deliver()).toBe(0);
    expect(await deliver()).toBe(0);
    expect(await countItems(capital.table)).toBe(before);
    const { fund } = body.controlTotals;
    expect(await fundNow()).toEqual({ fund: BigInt(fund), held: BigInt(fund), leaves: 300 });

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
    expect(await fundNow()).toEqual({ fund: 0n, held: 0n, leaves: 0 });
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
