import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FileFormat, SheetFiles } from '../application/ports.ts';
import { CsvFault, parseCsv, writeCsv } from '../domain/csv.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { readWorkbook, writeWorkbook } from './spreadsheet.ts';

const refuse = errorsOf(FILE_ERRORS);

const BYTES = 2_000_000;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** CSV as text, XLSX in base64. */
export const sheetFiles: SheetFiles = {
  read: async (format, content) => (format === 'csv' ? readText(content) : readBook(content)),
  write: async (format, name, rows) => {
    const bytes = format === 'csv' ? Buffer.from(writeCsv(rows)) : await writeWorkbook(rows);
    return {
      fileName: `${name}.${format}`,
      contentType: CONTENT_TYPES[format],
      base64: bytes.toString('base64'),
    };
  },
};

function readText(text: string): SheetRow[] {
  assertSize(Buffer.byteLength(text));
  try {
    return parseCsv(text).map((fields, index) => ({
      number: index + 1,
      cells: fields.map((field) => ({ kind: 'text' as const, text: field })),
    }));
  } catch (error) {
    if (error instanceof CsvFault) throw refuse('file-unreadable', { row: error.row, reason: error.message });
    throw error;
  }
}

async function readBook(base64: string): Promise<SheetRow[]> {
  const encoded = base64.replace(/\s/g, '');
  if (!BASE64.test(encoded)) throw refuse('file-unreadable', { reason: 'the content is not base64' });
  const bytes = Buffer.from(encoded, 'base64');
  assertSize(bytes.length);
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    // Whatever the reader stumbles over is the file's own doing.
    throw refuse('file-unreadable', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

function assertSize(bytes: number): void {
  if (bytes > BYTES) throw refuse('file-too-large', { bytes, most: BYTES });
}
