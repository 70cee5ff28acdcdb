import { describe, expect, it } from 'vitest';
import type { SheetRow } from '#capital/sheets/domain/sheet.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { heldSheet, QUOTA_COLUMNS, quotaSheet, readQuotaSheet } from './quota-sheet.ts';
import type { QuotaSheetLine } from './quota-sheet.ts';

const rowsOf = (sheet: readonly (readonly string[])[]): SheetRow[] =>
  sheet.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((content) => ({ kind: 'text', content })),
  }));

const HEAD = ['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền', 'Mã chương trình đến', 'Mã xã đến'];

const A = { programmeId: 'job-creation', areaId: '06652-2025' };

const B = { programmeId: 'students', areaId: '22' };

const LINES: QuotaSheetLine[] = [
  { kind: 'allocate', ...A, amount: vnd(120) },
  { kind: 'recall', ...B, amount: vnd(30) },
  { kind: 'move', from: A, to: B, amount: vnd(5) },
];

const read = (...sheet: string[][]) => readQuotaSheet(rowsOf(sheet), 20);

describe('a file of quota lines', () => {
  it('has a heading for each column, and a row for each line, read back as they were', () => {
    const sheet = quotaSheet(LINES);
    expect(sheet).toEqual([
      HEAD,
      ['giao', 'job-creation', '06652-2025', '120', '', ''],
      ['thu hồi', 'students', '22', '30', '', ''],
      ['điều chuyển', 'job-creation', '06652-2025', '5', 'students', '22'],
    ]);
    expect(read(...sheet)).toEqual({
      lines: LINES.map((line, index) => ({ row: index + 2, line })),
      refused: [],
    });
  });

  it.each(
    Object.entries(QUOTA_COLUMNS).flatMap(([key, { names }], column) =>
      names.map((name) => [name, key, column] as const),
    ),
  )('is known by "%s" for %s', (name, _key, column) => {
    const [, ...rows] = quotaSheet(LINES);
    expect(read(HEAD.with(column, name), ...rows).lines).toHaveLength(LINES.length);
  });

  it('does without the columns of a move where nothing moves', () => {
    const sheet = quotaSheet(LINES.slice(0, 2)).map((row) => row.slice(0, 4));
    expect(read(...sheet).lines).toHaveLength(2);
  });

  it.each([
    ['giao', 'allocate'],
    ['phân bổ', 'allocate'],
    ['allocate', 'allocate'],
    ['thu hồi', 'recall'],
    ['THU HỒI'.normalize('NFD'), 'recall'],
    ['recall', 'recall'],
    ['điều chuyển', 'move'],
    ['move', 'move'],
  ])('says "%s" to %s', (word, kind) => {
    const to = kind === 'move' ? ['students', '22'] : ['', ''];
    const { lines } = read(HEAD, [word, 'job-creation', '06652-2025', '7', ...to]);
    expect(lines.map(({ line }) => line.kind)).toEqual([kind]);
  });

  it('is refused by the cell for a word that is none, an amount of nothing, or a place nothing moves to', () => {
    const refusedOf = (...cells: string[]) =>
      read(HEAD, cells).refused.map(({ pointer, detail }) => [
        pointer,
        /: ([^:]+(: [a-z, ]+)?)$/.exec(detail.en)?.[1],
      ]);
    const place = ['job-creation', '06652-2025'] as const;
    expect(refusedOf('tặng', ...place, '7', '', '')).toEqual([
      ['/file/content/2/kind', 'must be one of: allocate, recall, move'],
    ]);
    expect(refusedOf('', ...place, '7', '', '')).toEqual([['/file/content/2/kind', 'is empty']]);
    expect(refusedOf('giao', ...place, '0', '', '')).toEqual([
      ['/file/content/2/amount', 'must be above zero'],
    ]);
    expect(refusedOf('giao', ...place, '', '', '')).toEqual([['/file/content/2/amount', 'is empty']]);
    expect(refusedOf('giao', ...place, '7', 'students', '22')).toEqual([
      ['/file/content/2/toProgrammeId', 'is for lines that move quota'],
      ['/file/content/2/toAreaId', 'is for lines that move quota'],
    ]);
    expect(refusedOf('move', ...place, '7', '', '')).toEqual([
      ['/file/content/2/toProgrammeId', 'is empty'],
      ['/file/content/2/toAreaId', 'is empty'],
    ]);
  });
});

describe('a file to fill in', () => {
  it('shows what each place holds, and asks for nothing', () => {
    const sheet = heldSheet([{ ...A, quota: 90n, available: 40n, reserved: 30n, lent: 20n }]);
    expect(sheet).toEqual([
      [...HEAD, 'Chỉ tiêu hiện có', 'Còn khả dụng', 'Đã giữ', 'Đã cho vay'],
      ['', 'job-creation', '06652-2025', '', '', '', '90', '40', '30', '20'],
    ]);
    expect(read(...sheet)).toEqual({ lines: [], refused: [] });
  });
});
