import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingSheet, readOpeningSheet } from '#capital/opening/domain/opening-sheet.ts';
import { quotaSheet, readQuotaSheet } from '#capital/quota/domain/quota-sheet.ts';
import type { QuotaSheetLine } from '#capital/quota/domain/quota-sheet.ts';
import type { FileFormat } from '../application/ports.ts';
import { sheetFiles } from './sheet-files.ts';
import { unpackedSize } from './unpacked-size.ts';

const FORMATS: FileFormat[] = ['csv', 'xlsx'];

const code = (prefix: string) => fc.stringMatching(/^[a-z0-9-]{1,20}$/).map((rest) => `${prefix}${rest}`);

const commune = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1900, max: 2099 }))
  .map(([unit, year]) => `${String(unit).padStart(5, '0')}-${year}`);

const area = fc.oneof(commune, fc.constant('22'), fc.constant('193-0000'));

const amountFrom = (min: bigint) => fc.bigInt({ min, max: 9_999_999_999_999_999n }).map(String);

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

async function readBack(format: FileFormat, rows: string[][]) {
  const { base64 } = await sheetFiles.write(format, 'file', rows);
  const content = format === 'csv' ? Buffer.from(base64, 'base64').toString() : base64;
  return sheetFiles.read(format, content);
}

const book = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Sheet1'));
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
};

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

describe('a workbook', () => {
  test('is read cell by cell: what is no plain value is known for what it is', async () => {
    const content = await book((sheet) => {
      sheet.addRow(['text', 6652, 0.5, true]);
      sheet.addRow([
        { formula: '1+1', result: 2 },
        new Date('2026-01-01'),
        { richText: [{ text: 'job-' }, { text: 'creation' }] },
        { text: 'x', hyperlink: 'https://example.org' },
        { error: '#REF!' },
      ]);
    });
    expect(await sheetFiles.read('xlsx', content)).toEqual([
      {
        number: 1,
        cells: [
          { kind: 'text', text: 'text' },
          { kind: 'number', value: 6652 },
          { kind: 'number', value: 0.5 },
          { kind: 'other' },
        ],
      },
      {
        number: 2,
        cells: [
          { kind: 'formula' },
          { kind: 'date' },
          { kind: 'text', text: 'job-creation' },
          { kind: 'text', text: 'x' },
          { kind: 'other' },
        ],
      },
    ]);
  });

  test.each([
    ['no base64', 'not base64!'],
    ['no archive', Buffer.from('Mã xã;Số tiền').toString('base64')],
    ['nothing', ''],
  ])('that is %s is refused', async (_, content) => {
    await expect(sheetFiles.read('xlsx', content)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('that is cut off or turned about is refused', async () => {
    const whole = Buffer.from(await book((sheet) => sheet.addRow(['a'])), 'base64');
    for (const broken of [whole.subarray(0, whole.length / 2), Buffer.from(whole).reverse()]) {
      await expect(sheetFiles.read('xlsx', broken.toString('base64'))).rejects.toMatchObject({
        code: 'file-unreadable',
      });
    }
  });

  test('that would unpack to more than it may is refused before it is unpacked', async () => {
    const whole = Buffer.from(await book((sheet) => sheet.addRow(['a'])), 'base64');
    const size = unpackedSize(whole);
    expect(size).toBeGreaterThan(1000);
    const entry = whole.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    whole.writeUInt32LE(900_000_000, entry + 24);
    await expect(sheetFiles.read('xlsx', whole.toString('base64'))).rejects.toMatchObject({
      code: 'file-unreadable',
      facts: { reason: expect.stringContaining('unpacks to') as string },
    });
  });

  test('or a text of more than 2 MB is refused', async () => {
    const large = 'x'.repeat(2_000_001);
    await expect(sheetFiles.read('csv', large)).rejects.toMatchObject({ code: 'file-too-large' });
    await expect(sheetFiles.read('xlsx', Buffer.from(large).toString('base64'))).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});
