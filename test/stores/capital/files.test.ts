import { beforeEach, describe, expect, inject, it } from 'vitest';
import { sheetFiles } from '#capital/sheets/adapters/sheet-files.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { SheetFile } from '#shared/contracts/file.ts';
import { person, testAct } from '#test/support/acts.ts';
import { tellReferences } from '#test/support/told-references.ts';
import { csvFile } from '#test/support/world/file-commands.ts';
import {
  COMMUNE,
  decision,
  fund,
  investor,
  openCapital,
  opening,
  PROGRAMME,
  SOURCE,
} from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { colleague, officer } from './funds-on-dynamo.ts';

const {
  approveOpeningBalances,
  exportQuotas,
  getFileTemplate,
  getOpeningBalances,
  importOpeningBalances,
  importQuotaDecision,
  openSource,
  putInvestor,
} = CAPITAL_ROUTES;

const params = { sourceId: SOURCE };

const LINES = [
  ['job-creation', COMMUNE, '7000000', '300'],
  ['students', COMMUNE, '50 000', ''],
  ['students', '06658-2025', '', '1.000.000'],
];

const controlTotals = {
  outstanding: '7050000',
  available: '1000300',
  unallocated: '0',
  provision: '0',
  fund: '8050300',
};

const given = {
  openingId: 'opening-1',
  cutOverOn: '2026-01-31',
  decision: { number: '5/QĐ', issuedOn: '2026-02-10', issuer: 'UBND tỉnh' },
  controlTotals,
};

let capital: Capital;

beforeEach(async () => {
  capital = await openCapital(inject('dynamoEndpoint'));
  await tellReferences(capital.table, { programmes: ['students'] });
});

/** Rows of a file as texts. */
const rowsOf = async (file: SheetFile) =>
  (await sheetFiles.read(file)).map(({ cells }) => cells.map((cell) => cell?.content ?? ''));
const take = (file: SheetFile) =>
  capital.call(importOpeningBalances, {
    params,
    body: { ...given, file },
    caller: officer,
    act: testAct({ actor: officer.id }),
  });

const template = (format: 'csv' | 'xlsx') =>
  capital.call(getFileTemplate, { params: { templateId: 'opening-balances' }, query: { format } });

describe('opening balances in a file', () => {
  beforeEach(async () => {
    const { investorId } = opening;
    await capital.call(putInvestor, { params: { investorId }, body: investor, act: testAct() });
    await capital.call(openSource, { body: opening, act: testAct() });
  });

  it.each(['csv', 'xlsx'] as const)('are proposed from the template in %s, filled in', async (format) => {
    const empty = await template(format);
    expect(empty.name).toBe(`mau-so-du-dau-ky.${format}`);
    const [head = []] = await rowsOf(empty);
    expect(await take(await sheetFiles.write(format, 'x', [head, ...LINES]))).toMatchObject({
      id: 'opening-1',
      status: 'pending',
    });
    const openingParams = { ...params, openingId: 'opening-1' };
    const { items } = await capital.call(getOpeningBalances, { params: openingParams, caller: officer });
    expect(items.map(({ outstanding, available }) => [outstanding, available])).toEqual([
      ['7000000', '300'],
      ['50000', '0'],
      ['0', '1000000'],
    ]);
    const act = testAct({ actor: colleague.id });
    expect(
      await capital.call(approveOpeningBalances, { params: openingParams, body: {}, caller: colleague, act }),
    ).toMatchObject({ status: 'approved' });
  });

  it('name what is refused by the row of the file, and nothing is taken', async () => {
    const head = ['Mã chương trình', 'Mã xã', 'Dư nợ', 'Chưa cho vay'];
    const csv = (...lines: string[][]) =>
      csvFile(['', '', ...[head, ...lines].map((row) => row.join(';'))].join('\n'));
    const [first = [], second = []] = LINES;
    await expect(take(csv(first, second, [], first))).rejects.toMatchObject({
      code: 'opening-lines-refused',
      fields: [
        {
          pointer: '/file/content/7',
          detail: {
            vi: `Dòng 7 trùng chương trình và xã với dòng 4 (${PROGRAMME}/${COMMUNE})`,
            en: `Row 7 names the same programme and commune as row 4 (${PROGRAMME}/${COMMUNE})`,
          },
        },
      ],
    });
    await expect(take(csv(['', '6652', '1.5', '-1']))).rejects.toMatchObject({
      code: 'file-lines-refused',
      fields: [{}, { pointer: '/file/content/4/communeId' }, {}, { pointer: '/file/content/4/available' }],
    });
    await expect(take(csv())).rejects.toMatchObject({
      code: 'file-lines-refused',
      fields: [{ pointer: '/file/content' }],
    });
    const none = capital.call(getOpeningBalances, {
      params: { ...params, openingId: 'opening-1' },
      caller: officer,
    });
    await expect(none).rejects.toThrow('not-found');
  });
});

describe('quotas in a file', () => {
  const planner = person('branch-planner');
  const importFile = (file: SheetFile, more = {}) =>
    capital.call(importQuotaDecision, {
      params,
      body: { decisionId: 'decision-1', decision, file, ...more },
      caller: planner,
      act: testAct({ actor: planner.id }),
    });
  const sheet = (...lines: string[]) => csvFile(['Loại,Mã chương trình,Mã xã,Số tiền', ...lines].join('\n'));

  it.each(['csv', 'xlsx'] as const)('are exported in %s, filled in, and proposed', async (format) => {
    await fund(capital, '5000', '3000');
    const { file } = await capital.call(exportQuotas, { params, query: { format }, caller: planner });
    const [head = [], first = []] = await rowsOf(file);
    const filled = ['thu hồi', first[1] ?? '', first[2] ?? '', '1.000.000', ...first.slice(4)];
    const refill = async (amount: string) => sheetFiles.write(format, 'x', [head, filled.with(3, amount)]);
    await expect(importFile(await refill('1.000.000'))).rejects.toMatchObject({
      code: 'quota-decision-refused',
      fields: [
        { pointer: '/file/content/2/amount', detail: { vi: expect.stringContaining('Dòng 2') as string } },
      ],
    });
    expect(await importFile(await refill('1 000'))).toMatchObject({
      status: 'pending',
      sums: { lines: 1, recalled: '1000' },
      rows: [{ before: { quota: '3000' }, after: { quota: '2000' } }],
      refusedLines: 0,
    });
  });

  it.each(['csv', 'xlsx'] as const)(
    'exported in %s ask for nothing when sent back as they are',
    async (format) => {
      await fund(capital, '5000', '3000');
      const { file } = await capital.call(exportQuotas, { params, query: { format }, caller: planner });
      await expect(importFile(file)).rejects.toMatchObject({
        code: 'file-lines-refused',
        fields: [{ pointer: '/file/content', detail: { en: 'No line of the file is filled in' } }],
      });
    },
  );

  it('are taken in part when that is accepted: rows left out are listed', async () => {
    await fund(capital, '5000', '3000');
    const content = sheet(
      `giao,${PROGRAMME},${COMMUNE},1000`,
      `giao,${PROGRAMME},6652,1.5`,
      '',
      `thu hồi,${PROGRAMME},${COMMUNE},9000`,
    );
    await expect(importFile(content)).rejects.toMatchObject({
      code: 'file-lines-refused',
      fields: [{ pointer: '/file/content/3/areaId' }, { pointer: '/file/content/3/amount' }],
    });
    const answer = await importFile(content, { acceptPartial: true });
    expect(answer).toMatchObject({
      sums: { lines: 1, allocated: '1000' },
      refusedLines: 2,
      refused: [
        { pointer: '/file/content/3/areaId' },
        { pointer: '/file/content/3/amount' },
        { pointer: '/file/content/5/amount', detail: { en: expect.stringContaining('Row 5') as string } },
      ],
    });
  });

  it('say what each place holds, with columns to fill in', async () => {
    await fund(capital, '5000', '3000');
    const file = await capital.call(exportQuotas, { params, query: { format: 'csv' }, caller: officer });
    expect(file).toMatchObject({
      file: { name: `chi-tieu-${SOURCE}.csv`, format: 'csv', encoding: 'text' },
      rows: 1,
      next: null,
    });
    const [head, ...rows] = await rowsOf(file.file);
    expect(head?.slice(0, 4)).toEqual(['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền']);
    expect(rows).toEqual([['', PROGRAMME, COMMUNE, '', '', '', '3000', '3000', '0', '0']]);
    const unknown = capital.call(exportQuotas, {
      params: { sourceId: 'nobody' },
      query: { format: 'xlsx' },
      caller: officer,
    });
    await expect(unknown).rejects.toThrow('not-found');
  });
});
