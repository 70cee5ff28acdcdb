import { describe, expect, test } from 'vitest';
import { heldSheet, readQuotaSheet } from '#capital/quota/domain/quota-sheet.ts';
import type { Cell } from '#capital/sheets/domain/cell.ts';
import { readAmount } from '#capital/sheets/domain/sheet-amount.ts';
import type { SheetRow } from '#capital/sheets/domain/sheet.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { readOpeningSheet } from './opening-sheet.ts';

const text = (content: string): Cell => ({ kind: 'text', content });
const number = (content: string): Cell => ({ kind: 'number', content });
const sheet = (...rows: (string | Cell | null)[][]): SheetRow[] =>
  rows.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => (typeof cell === 'string' ? text(cell) : cell)),
  }));

const HEAD = ['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền', 'Mã chương trình đến', 'Mã xã đến'];

const told = (rows: SheetRow[], most = 10) =>
  readQuotaSheet(rows, most).refused.map(({ detail }) => detail.en);

describe('an amount in a file', () => {
  test.each([
    [text('50000000'), '50000000'],
    [text(' 50\u00A0000\u00A0000 '), '50000000'],
    [text('1 000'), '1000'],
    [text('1.000.000'), '1000000'],
    [text('1,000,000'), '1000000'],
    [text('0'), '0'],
    [number('50000000'), '50000000'],
    [text('9999999999999999'), '9999999999999999'],
    [number('5E7'), '50000000'],
    [number('50000000.00'), '50000000'],
    [number('12.5e1'), '125'],
    [number('0.0'), '0'],
    [number('-0'), '0'],
    [number('999999999999999'), '999999999999999'],
    [text('1\u202F000\u202F000'), '1000000'],
    [text('\uFEFF1000\u200B'), '1000'],
  ] as [Cell, string][])('%o is %s đồng', (cell, amount) => {
    expect(readAmount(cell)).toBe(amount);
  });

  test.each([
    [text('1.500'), /may separate thousands or a fraction/],
    [text('1,500'), /may separate thousands or a fraction/],
    [text('1.000.000,5'), /without a fraction/],
    [text('1.000,000'), /without a fraction/],
    [text('1.00.000'), /without a fraction/],
    [text('50000000.0'), /without a fraction/],
    [text('-5'), /below zero/],
    [text('(5)'), /below zero/],
    [text('007'), /begins with a zero/],
    [text('5E7'), /digits only/],
    [text('50 triệu'), /digits only/],
    [text('=1+1'), /digits only/],
    [text('٥٠'), /digits only/],
    [text('12345678901234567'), /too large/],
    [number('0.1'), /without a fraction/],
    [number('-1'), /below zero/],
    [number('1e17'), /keeps 15 digits/],
    [number('1000000000000000'), /keeps 15 digits/],
    [number('9007199254740993'), /keeps 15 digits/],
    [number('1e999'), /keeps 15 digits/],
    [number('50000000.00000000001'), /without a fraction/],
    [number('5e-1'), /without a fraction/],
    [number('NaN'), /digits only/],
    [{ kind: 'formula', content: '=1+1' }, /is a formula/],
    [{ kind: 'date', content: '2026-01-01' }, /is a date/],
    [{ kind: 'boolean', content: 'TRUE' }, /is true or false/],
    [{ kind: 'error', content: '#REF!' }, /is an error/],
    [{ kind: 'unit', content: '0.5' }, /in another unit than đồng/],
    [{ kind: 'merged', content: '60000000' }, /part of merged cells/],
    [{ kind: 'hidden', content: '60000000' }, /hidden row or column/],
    [{ kind: 'struck', content: '60000000' }, /is crossed out/],
    [{ kind: 'unknown', content: 'x' }, /cannot be read/],
  ] as [Cell, RegExp][])('%o is refused', (cell, why) => {
    expect(readAmount(cell)).toMatchObject({ en: expect.stringMatching(why) as string });
  });
});

describe('a file of quota lines', () => {
  test('is known by Vietnamese and English headings, in any order and case, wherever it begins', () => {
    const rows = sheet(
      [null],
      ['SỐ TIỀN', 'ghi chú', 'ma xa', 'programme_id', 'Kind'],
      ['100', 'x', '06652-2025', 'job-creation', 'Thu Hồi'],
    );
    expect(readQuotaSheet(rows, 10)).toEqual({
      lines: [
        {
          row: 3,
          line: { kind: 'recall', programmeId: 'job-creation', areaId: '06652-2025', amount: 100n },
        },
      ],
      refused: [],
    });
  });

  test('names every cell that does not do, by row and column', () => {
    const rows = sheet(
      HEAD,
      ['giao', 'job-creation', number('6652'), '1.500', '', ''],
      ['tặng', '', '06652-2025', { kind: 'formula', content: '=A1' }, '', ''],
      ['giao', 'job-creation', '22', '5', 'job-creation', ''],
      ['điều chuyển', 'job-creation', '22', '5', 'job-creation', null],
      ['giao', 'Job Creation', '22', '0', '', ''],
      ['giao', 'job-creation', '22', '0', '', ''],
      ['giao', 'job-creation', '22', '7', '', ''],
    );
    const read = readQuotaSheet(rows, 10);
    expect(read.lines.map(({ row }) => row)).toEqual([8]);
    expect(read.refused.map(({ pointer }) => pointer)).toEqual([
      '/file/content/2/areaId',
      '/file/content/2/amount',
      '/file/content/3/kind',
      '/file/content/3/programmeId',
      '/file/content/3/amount',
      '/file/content/4/toProgrammeId',
      '/file/content/5/toAreaId',
      '/file/content/6/programmeId',
      '/file/content/7/amount',
    ]);
    expect(told(rows)[1]).toBe(
      'Row 2, column "Số tiền", cell D2 ("1.500"): has a sign that may separate thousands or a fraction; write the digits without it',
    );
  });

  test('asks for nothing where neither kind nor amount is filled in, as in an export', () => {
    const held = { quota: 9n, available: 4n, reserved: 3n, lent: 2n };
    const rows = heldSheet([
      { programmeId: 'job-creation', areaId: '06652-2025', ...held },
      { programmeId: 'students', areaId: '06652-2025', ...held },
    ]);
    const [head = [], first = [], second = []] = rows;
    const filled = ['giao', ...second.slice(1, 3), '12', ...second.slice(4)];
    expect(readQuotaSheet(sheet(head, first, filled), 10).lines).toEqual([
      { row: 3, line: { kind: 'allocate', programmeId: 'students', areaId: '06652-2025', amount: 12n } },
    ]);
  });

  test('lacks no heading, has none twice, and is not longer than it may be', () => {
    const refusal = (rows: SheetRow[], most = 10): unknown => {
      try {
        return readQuotaSheet(rows, most);
      } catch (error) {
        return error instanceof DomainError ? [error.code, error.facts] : error;
      }
    };
    expect(refusal([])).toEqual([
      'file-columns-missing',
      { missing: ['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền'], twice: [] },
    ]);
    expect(refusal(sheet([...HEAD, 'amount']))).toEqual([
      'file-columns-missing',
      { missing: [], twice: ['Số tiền'] },
    ]);
    const line = ['giao', 'job-creation', '22', '7'];
    expect(refusal(sheet(HEAD, line, line, line), 2)).toEqual(['file-too-long', { lines: 3, most: 2 }]);
  });
});

describe('a text with fields between separators', () => {
  const fields = (separator: string, ...lines: string[]): SheetRow[] =>
    lines.map((line, index) => ({ number: index + 1, separator, cells: line.split(separator).map(text) }));

  test('has rows as wide as its headings: an amount with commas has cut the others', () => {
    const { lines, refused } = readQuotaSheet(
      fields(
        ',',
        'Loại,Mã chương trình,Mã xã,Số tiền',
        'giao,job-creation,06661-2025,60,000,000',
        'giao,job-creation,06661-2025',
        'giao,job-creation,06661-2025,60000000',
      ),
      10,
    );
    expect(lines.map(({ row, line }) => [row, line.amount])).toEqual([[4, 60_000_000n]]);
    expect(refused).toEqual([
      {
        pointer: '/file/content/2',
        detail: {
          vi: expect.stringMatching(/^Dòng 2 có 6 trường, dòng tên cột có 4/) as string,
          en: expect.stringMatching(/^Row 2 has 6 fields, the headings are 4/) as string,
        },
      },
      expect.objectContaining({ pointer: '/file/content/3' }),
    ]);
  });

  test('has no amount that may be the first part of one with a comma', () => {
    const rows = ['Loại,Mã chương trình,Mã xã,Số tiền,Ghi chú', 'giao,job-creation,06661-2025,60,000'];
    expect(told(fields(',', ...rows))).toEqual([
      expect.stringContaining('cell D2 ("60"): may be part of') as string,
    ]);
    const semicolons = rows.map((row) => row.replaceAll(',', ';'));
    expect(told(fields(';', ...semicolons))).toEqual([]);
  });
});

describe('a file of opening balances', () => {
  test('may leave one of its amounts empty', () => {
    const rows = sheet(
      ['Mã chương trình', 'Mã xã', 'Dư nợ', 'Chưa cho vay'],
      ['job-creation', '06652-2025', '5', null],
      ['job-creation', '22', '', 'x'],
    );
    const { lines, refused } = readOpeningSheet(rows, 10);
    expect(lines).toEqual([
      {
        row: 2,
        line: { programmeId: 'job-creation', communeId: '06652-2025', outstanding: 5n, available: 0n },
      },
    ]);
    expect(refused.map(({ pointer }) => pointer)).toEqual([
      '/file/content/3/communeId',
      '/file/content/3/available',
    ]);
  });
});
