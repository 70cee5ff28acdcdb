import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingSheet, readOpeningSheet } from '#capital/opening/domain/opening-sheet.ts';
import { quotaSheet, readQuotaSheet } from '#capital/quota/domain/quota-sheet.ts';
import type { QuotaSheetLine } from '#capital/quota/domain/quota-sheet.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { FileFormat } from '../application/ports.ts';
import { sheetFiles } from './sheet-files.ts';

const FORMATS: FileFormat[] = ['csv', 'xlsx'];

const code = (prefix: string) => fc.stringMatching(/^[a-z0-9-]{1,20}$/).map((rest) => `${prefix}${rest}`);

const commune = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1900, max: 2099 }))
  .map(([unit, year]) => `${String(unit).padStart(5, '0')}-${year}`);

const area = fc.oneof(commune, fc.constant('22'), fc.constant('193-0000'));

const amountFrom = (min: bigint) => fc.bigInt({ min, max: 9_999_999_999_999_999n }).map(vnd);

const place = fc.record({ programmeId: code('p'), areaId: area });

const quotaLine: fc.Arbitrary<QuotaSheetLine> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('allocate' as const, 'recall' as const),
      place,
      amount: amountFrom(1n),
    })
    .map(({ kind, place: at, amount }) => ({ kind, ...at, amount })),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place, amount: amountFrom(1n) }),
);

const openingLine = fc.record({
  programmeId: code('p'),
  communeId: commune,
  outstanding: amountFrom(0n),
  available: amountFrom(0n),
});

const readBack = async (format: FileFormat, rows: string[][]) =>
  sheetFiles.read(await sheetFiles.write(format, 'file', rows));

describe.each(FORMATS)('a file in %s', (format) => {
  test('is read back as the quota lines it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(quotaLine, { maxLength: 20 }), async (lines) => {
        const read = readQuotaSheet(await readBack(format, quotaSheet(lines)), 1200);
        expect(read.refused).toEqual([]);
        expect(read.lines.map(({ line }) => line)).toEqual(lines);
      }),
      { numRuns: 25 },
    );
  });

  test('is read back as the opening balances it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(openingLine, { maxLength: 20 }), async (lines) => {
        const read = readOpeningSheet(await readBack(format, openingSheet(lines)), 2000);
        expect(read).toEqual({ lines: lines.map((line, index) => ({ row: index + 2, line })), refused: [] });
      }),
      { numRuns: 25 },
    );
  });
});

test('a file that is written is named, and carried as text or in base64', async () => {
  expect(await sheetFiles.write('csv', 'mau', [['Mã xã', 'đồng']])).toEqual({
    name: 'mau.csv',
    format: 'csv',
    encoding: 'text',
    content: '\uFEFFMã xã;đồng\r\n',
  });
  const one = await sheetFiles.write('xlsx', 'mau', [['Mã xã', 'a<b>&"c"']]);
  expect(one).toMatchObject({ name: 'mau.xlsx', format: 'xlsx', encoding: 'base64' });
  expect(await sheetFiles.write('xlsx', 'mau', [['Mã xã', 'a<b>&"c"']])).toEqual(one);
});

test('a workbook that is written is read by another program as it was', async () => {
  const { content } = await sheetFiles.write('xlsx', 'mau', [
    ['Mã xã', 'Số tiền'],
    ['06652-2025', '1 & <2>'],
  ]);
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.from(content, 'base64');
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const [sheet] = workbook.worksheets;
  expect(sheet?.getSheetValues().slice(1)).toEqual([
    [undefined, 'Mã xã', 'Số tiền'],
    [undefined, '06652-2025', '1 & <2>'],
  ]);
  // What is filled in below stays as it is typed.
  expect(sheet?.getColumn(1).numFmt).toBe('@');
});

test('a text is read in base64 too, and says what stands between its fields', async () => {
  const rows = [
    {
      number: 1,
      separator: ',',
      cells: [
        { kind: 'text', content: 'Mã' },
        { kind: 'text', content: '1' },
      ],
    },
  ];
  const given = { name: 'file.csv', format: 'csv' as const };
  expect(await sheetFiles.read({ ...given, encoding: 'text', content: '\uFEFFMã,1' })).toEqual(rows);
  const content = Buffer.from('\uFEFFMã,1').toString('base64');
  expect(await sheetFiles.read({ ...given, encoding: 'base64', content })).toEqual(rows);
});
