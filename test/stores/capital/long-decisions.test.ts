import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { quotaOf } from '#capital/ledger/domain/leaf.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { QuotaLine } from '#shared/contracts/capital/quota/views.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { testAct } from '#test/support/acts.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { COMMUNE, countItems, fund, lending, openCapital, PROGRAMME, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { verify } from './ledger-on-dynamo.ts';
import { allocation, decideQuota, director, recall } from './quota-on-dynamo.ts';

const { getQuotaDecision, approveQuotaDecision } = QUOTA_ROUTES;

const LONG = 'decision-long';

const params = { sourceId: SOURCE, decisionId: LONG };

const ROWS_AT_ONCE = 32;

let capital: Capital;

beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await tellReferences(capital.table, { areas: Array.from({ length: 299 }, (_, index) => areaOf(index)) });
  await fund(capital, '1000', '600');
});

const areaOf = (index: number) => `${String(10000 + index)}-2025`;

const allocations = (from: number, count: number): QuotaLine[] =>
  Array.from({ length: count }, (_, index) => allocation(areaOf(from + index), '1'));

const show = async () => (await capital.call(getQuotaDecision, { params, query: {} })).decision;

const totals = async () => {
  await capital.project();
  return (await capital.call(CAPITAL_ROUTES.getSource, { params: { sourceId: SOURCE }, query: {} })).totals;
};

/** What all leaves hold together. */
const quota = async (): Promise<bigint> => {
  const { Items = [] } = await capital.table.client.send(new ScanCommand({ TableName: capital.table.name }));
  const leaves = Items.flatMap((item) => {
    const leaf = z.safeParse(LeafItemSchema, item);
    return leaf.success ? [leaf.data] : [];
  });
  return leaves.reduce((sum, { balances }) => sum + quotaOf(balances), 0n);
};

const approval = async (): Promise<Envelope> => {
  const found = (await capital.events()).find(
    ({ type, data }) => type === 'QuotaDecisionApproved' && data['decisionId'] === LONG,
  );
  if (!found) throw new Error('no approval');
  return found;
};

const entries = async () =>
  (await capital.events()).filter(
    ({ data, type }) => data['decisionId'] === LONG && /^Quota(All|Rec)/.test(type),
  );

/** Crashes the consumer after so many of its transactions: what it would write next never arrives. */
async function crashAfter(transactions: number, work: () => Promise<unknown>): Promise<void> {
  const { client } = capital.table;
  const send = client.send.bind(client);
  let written = 0;
  Object.defineProperty(client, 'send', {
    configurable: true,
    value: (command: Parameters<typeof send>[0]) => {
      if (command.constructor.name === 'TransactWriteCommand') {
        if (written === transactions) return Promise.reject(new Error('crashed'));
        written += 1;
      }
      return send(command);
    },
  });
  try {
    await work();
  } finally {
    Object.defineProperty(client, 'send', { configurable: true, value: send });
  }
}

describe('a decision of three hundred lines', () => {
  const lines = [recall(COMMUNE, '150'), ...allocations(0, 299)];

  it('is recorded some rows at a time, whatever crashes and however often it is told', async () => {
    expect(await decideQuota(capital, SOURCE, lines, { decisionId: LONG })).toMatchObject({
      status: 'applying',
    });
    expect(await show()).toMatchObject({ status: 'applying', applied: 0, rows: 300 });
    const event = await approval();
    for (let turn = 0; (await show()).status === 'applying'; turn += 1) {
      if (turn > 20) throw new Error('it does not come to an end');
      await crashAfter(1, () => capital.toDecisions(event));
    }
    expect(await show()).toMatchObject({ status: 'approved', applied: 300, failedLines: [] });
    expect(await entries()).toHaveLength(300);
    const before = await countItems(capital.table);
    expect(await capital.toDecisions(event)).toBe(0);
    expect(await countItems(capital.table)).toBe(before);
    expect(await totals()).toMatchObject({ fund: '1000', quota: '749', unallocated: '251' });
    expect((await verify(capital)).findings).toEqual([]);
    expect(new Set((await entries()).map(({ actor }) => actor))).toEqual(new Set(['director']));
  });

  it('keeps what it allocates back from everybody else until then', async () => {
    await decideQuota(capital, SOURCE, lines, { decisionId: LONG });
    const rest = [allocation('22', '252')];
    await expect(decideQuota(capital, SOURCE, rest)).rejects.toMatchObject({
      code: 'quota-decision-refused',
    });
    const event = await approval();
    await crashAfter(1, () => capital.toDecisions(event));
    await expect(decideQuota(capital, SOURCE, rest)).rejects.toMatchObject({
      code: 'quota-decision-refused',
    });
    await decideQuota(capital, SOURCE, [allocation('22', '251')]);
    await capital.toDecisions(event);
    expect(await show()).toMatchObject({ status: 'approved' });
    expect(await quota()).toBe(1000n);
  });

  it('applied by two at once is applied once', async () => {
    await decideQuota(capital, SOURCE, lines, { decisionId: LONG });
    const event = await approval();
    await Promise.all([capital.toDecisions(event), capital.toDecisions(event)]);
    await capital.toDecisions(event);
    expect(await show()).toMatchObject({ status: 'approved' });
    expect(await entries()).toHaveLength(300);
    expect(await quota()).toBe(749n);
  });

  it('pages its rows a hundred at a time', async () => {
    await decideQuota(capital, SOURCE, lines, { decisionId: LONG });
    let cursor: string | undefined;
    const seen: number[] = [];
    do {
      const page = await capital.call(getQuotaDecision, { params, query: { cursor } });
      expect(page.items).toHaveLength(100);
      seen.push(...page.items.map(({ line }) => line));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(300);
    expect(new Set(seen).size).toBe(300);
  });
});

describe('a recall that is no longer available on its turn', () => {
  /** Sixty places of one đồng each, recalled by a decision that allocates as much; the last of them is lent meanwhile. */
  const play = async (lentFrom: number): Promise<void> => {
    const first = allocations(0, 60);
    for (const half of [first.slice(0, 30), first.slice(30)]) await decideQuota(capital, SOURCE, half);
    const lines = [
      ...(first.map((line) => ({ ...line, kind: 'recall' as const })) as QuotaLine[]),
      allocation('22', '60'),
    ];
    await decideQuota(capital, SOURCE, lines, { decisionId: LONG });
    const place = { communeId: areaOf(lentFrom), programmeId: PROGRAMME };
    await capital.deliver(lending.approved('loan-1', '1', place));
  };

  it('turns the decision round: what it recalled goes back, and the line is named', async () => {
    await play(59);
    const event = await approval();
    for (let turn = 0; (await show()).status === 'applying'; turn += 1) {
      if (turn > 20) throw new Error('it does not come to an end');
      await crashAfter(1, () => capital.toDecisions(event));
    }
    expect(await show()).toMatchObject({ status: 'undone', failedLines: [59], applied: 0 });
    expect((await entries()).map(({ type }) => type).sort()).toEqual([
      ...Array.from({ length: ROWS_AT_ONCE }, () => 'QuotaAllocated'),
      ...Array.from({ length: ROWS_AT_ONCE }, () => 'QuotaRecalled'),
    ]);
    expect((await capital.events()).filter(({ type }) => type === 'QuotaDecisionUndone')).toMatchObject([
      { data: { decisionId: LONG, failedLines: [59] } },
    ]);
    expect(await totals()).toMatchObject({ quota: '660', unallocated: '340' });
    expect((await verify(capital)).findings).toEqual([]);
    // Nothing stays set aside.
    await decideQuota(capital, SOURCE, [allocation('22', '340')]);
  });

  it('of the first rows ends it at once', async () => {
    await play(0);
    await capital.toDecisions(await approval());
    expect(await show()).toMatchObject({ status: 'undone', failedLines: [0] });
    expect(await entries()).toEqual([]);
    const again = capital.call(approveQuotaDecision, { params, body: {}, caller: director, act: testAct() });
    await expect(again).rejects.toThrow('proposal-not-pending');
  });
});
