import type { CellValue, Worksheet } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { Cell } from '../domain/cell.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { unpackedSize } from './unpacked-size.ts';

/** The only file that knows how workbooks are read and written. */

/** A sheet of the longest file unpacks to some hundred kilobytes. */
const UNPACKED_BYTES = 40_000_000;

const COLUMNS = 50;

/** Rows of the first sheet of a workbook. Throws when it cannot be read. */
export async function readWorkbook(bytes: Buffer): Promise<SheetRow[]> {
  const size = unpackedSize(bytes);
  if (size === null) throw new Error('this is no XLSX workbook');
  if (size > UNPACKED_BYTES) throw new Error(`the workbook unpacks to ${size} bytes`);
  const workbook = new Workbook();
  // The package's own type of a buffer is that of an earlier Node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  return rowsOf(sheet);
}

function rowsOf(sheet: Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const width = Math.min(row.cellCount, COLUMNS);
    const cells = Array.from({ length: width }, (_, index) => cellOf(row.getCell(index + 1).value));
    rows.push({ number, cells });
  });
  return rows;
}

function cellOf(value: CellValue): Cell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (value instanceof Date) return { kind: 'date' };
  if (typeof value !== 'object') return { kind: 'other' };
  if ('richText' in value) {
    return { kind: 'text', text: value.richText.map(({ text }) => text).join('') };
  }
  if ('formula' in value || 'sharedFormula' in value) return { kind: 'formula' };
  return 'text' in value && typeof value.text === 'string'
    ? { kind: 'text', text: value.text }
    : { kind: 'other' };
}

/** A workbook of one sheet, every cell a text: codes keep their zeros, amounts every digit, and nothing is a formula. */
export async function writeWorkbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Chỉ tiêu', { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : text)));
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column) => {
    column.width = 22;
    column.numFmt = '@';
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
