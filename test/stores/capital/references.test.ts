import { beforeEach, describe, expect, inject, it } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { QuotaLine } from '#shared/contracts/capital/quota/views.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { person, testAct } from '#test/support/acts.ts';
import { told } from '#test/support/told-references.ts';
import { csvFile } from '#test/support/world/file-commands.ts';
import { COMMUNE, countItems, decision, fund, openCapital, PROGRAMME, SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { allocation, decideQuota, director, planner, recall } from './quota-on-dynamo.ts';

const {
  proposeQuotaDecision,
  approveQuotaDecision,
  importQuotaDecision,
  putForecastAssumption,
  requestQuota,
} = CAPITAL_ROUTES;

const params = { sourceId: SOURCE };

const NEW = '10001-2025';

/** The business day of the tests is 2026-11-24. */
const YESTERDAY = '2026-11-23';

let capital: Capital;
beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await fund(capital, '1000', '600');
});

const propose = (
  lines: QuotaLine[],
  given: Partial<BodySent<typeof proposeQuotaDecision>> = {},
  decisionId = 'decision-1',
) =>
  capital.call(proposeQuotaDecision, {
    params,
    body: { decisionId, decision, lines, ...given },
    caller: planner,
    act: testAct(),
  });

const approve = (decisionId = 'decision-1') =>
  capital.call(approveQuotaDecision, {
    params: { ...params, decisionId },
    body: {},
    caller: director,
    act: testAct(),
  });

describe('the copy of programmes and areas', () => {
  it('knows what the newest revision says, whatever comes late, again, or without saying it', async () => {
    const lines = [allocation(NEW, '100')];
    await expect(propose(lines)).rejects.toMatchObject({ code: 'reference-unknown' });
    const first = told.area(NEW, { from: '2025-07-01', to: null });
    const second = told.area(NEW, { from: '2025-07-01', to: YESTERDAY }, 2);
    const third = told.area(NEW, { from: '2025-07-01', to: null }, 3);
    expect(await capital.toReferences({ ...first, version: 1, data: { areaId: NEW, revision: 1 } })).toBe(0);
    await expect(propose(lines)).rejects.toMatchObject({ code: 'reference-unknown' });
    expect(await capital.toReferences(second, first, second)).toBe(0);
    await expect(propose(lines)).rejects.toMatchObject({ code: 'reference-not-in-force' });
    expect(await capital.toReferences(third)).toBe(0);
    const before = await countItems(capital.table);
    expect(await capital.toReferences(third)).toBe(0);
    expect(await countItems(capital.table)).toBe(before);
    expect(await propose(lines)).toMatchObject({ status: 'pending' });
  });
});

describe('a quota decision', () => {
  beforeEach(async () => {
    await capital.toReferences(
      told.area(NEW, { from: '2025-07-01', to: YESTERDAY }),
      told.programme('students', [{ from: '2007-09-27', to: null }], { status: 'closed' }),
      told.programme('coming', [{ from: '2027-01-01', to: null }]),
    );
  });

  it('names every line whose programme or area is not known or not in force, and what else is wrong', async () => {
    const lines: QuotaLine[] = [
      allocation('00001-2025', '1', 'never-heard-of'),
      allocation(NEW, '1'),
      allocation(COMMUNE, '1', 'students'),
      allocation(COMMUNE, '100000'),
      {
        kind: 'move',
        from: { programmeId: PROGRAMME, areaId: COMMUNE },
        to: { programmeId: 'coming', areaId: COMMUNE },
        amount: '1',
      },
    ];
    const named = [
      '/lines/0/programmeId',
      '/lines/0/areaId',
      '/lines/1/areaId',
      '/lines/2/programmeId',
      '/lines/3/amount',
      '/lines/4/to/programmeId',
    ].map((pointer) => ({ pointer }));
    const before = await countItems(capital.table);
    await expect(propose(lines)).rejects.toMatchObject({ code: 'reference-unknown', fields: named });
    await expect(propose(lines.slice(1))).rejects.toMatchObject({ code: 'reference-not-in-force' });
    expect(await countItems(capital.table)).toBe(before);
    expect(await propose([...lines, allocation('22', '7')], { acceptPartial: true })).toMatchObject({
      sums: { lines: 1, allocated: '7' },
      refusedLines: 5,
      refused: named,
    });
  });

  it('is judged by the day it counts for', async () => {
    const lines = [allocation(NEW, '100')];
    expect(await propose(lines, { effectiveOn: YESTERDAY })).toMatchObject({ status: 'pending' });
    expect(await approve()).toMatchObject({ status: 'approved' });
  });

  it('takes back what lies where nothing can go any more', async () => {
    await decideQuota(capital, SOURCE, [allocation(NEW, '100')], { effectiveOn: YESTERDAY });
    const home: QuotaLine = {
      kind: 'move',
      from: { programmeId: PROGRAMME, areaId: NEW },
      to: { programmeId: PROGRAMME, areaId: COMMUNE },
      amount: '40',
    };
    const approved = await decideQuota(capital, SOURCE, [recall(NEW, '60'), home]);
    expect(approved).toMatchObject({ status: 'approved' });
  });

  it('is refused when what it names has ended since it was proposed, and stays pending', async () => {
    await propose([allocation('22', '1'), allocation('06760-2025', '100')]);
    await capital.toReferences(told.area('06760-2025', { from: '2025-07-01', to: YESTERDAY }, 2));
    await expect(approve()).rejects.toMatchObject({
      code: 'reference-not-in-force',
      fields: [{ pointer: '/lines/1/areaId' }],
    });
    await capital.toReferences(told.area('06760-2025', { from: '2025-07-01', to: null }, 3));
    expect(await approve()).toMatchObject({ status: 'approved' });
  });

  it('in a file is refused by the row', async () => {
    const rows = [
      ['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền'],
      ['giao', PROGRAMME, COMMUNE, '1'],
      [],
      ['giao', 'students', NEW, '2'],
    ];
    const file = csvFile(rows.map((row) => row.join(';')).join('\n'));
    const take = (given = {}) =>
      capital.call(importQuotaDecision, {
        params,
        body: { decisionId: 'decision-1', decision, file, ...given },
        caller: planner,
        act: testAct(),
      });
    const refused = [{ pointer: '/file/content/4/programmeId' }, { pointer: '/file/content/4/areaId' }];
    await expect(take()).rejects.toMatchObject({ code: 'reference-not-in-force', fields: refused });
    const answer = await take({ acceptPartial: true });
    expect(answer).toMatchObject({ refusedLines: 1, refused });
    expect(answer.refused[1]?.detail.vi).toContain(`Dòng 4: địa bàn ${NEW} đã kết thúc`);
  });
});

describe('what else takes ids of programmes and areas', () => {
  it('refuses a request of a commune by the field', async () => {
    const ask = (given: Partial<BodySent<typeof requestQuota>>) =>
      capital.call(requestQuota, {
        body: {
          requestId: 'request-1',
          programmeId: PROGRAMME,
          communeId: COMMUNE,
          amount: '5',
          reason: 'Nhiều hộ chờ vay',
          ...given,
        },
        caller: person('commune-officer', { areas: ['22'] }),
        act: testAct(),
      });
    await expect(ask({ programmeId: 'never-heard-of', communeId: NEW })).rejects.toMatchObject({
      code: 'reference-unknown',
      fields: [{ pointer: '/programmeId' }, { pointer: '/communeId' }],
    });
    await expect(ask({ sourceId: 'never-opened' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await ask({ sourceId: SOURCE })).toMatchObject({ status: 'pending' });
  });

  it('takes an assumption of what has not begun, and none of what is not known', async () => {
    const assume = (programmeId: string) =>
      capital.call(putForecastAssumption, {
        params: { assumptionId: 'demand-1' },
        body: {
          ...{ kind: 'monthly-demand', sourceId: null, communeId: null, amount: '5' },
          kind: 'monthly-demand',
          programmeId,
          from: '2026-01-01',
          to: null,
          source: { instrument: 'Kế hoạch', issuedOn: null, effectiveOn: null, confidence: 'memory' },
        },
        act: testAct(),
      });
    await expect(assume('coming')).rejects.toMatchObject({
      code: 'reference-unknown',
      fields: [{ pointer: '/programmeId' }],
    });
    await capital.toReferences(told.programme('coming', [{ from: '2027-01-01', to: null }]));
    expect(await assume('coming')).toMatchObject({ revision: 1 });
  });
});
