import { readUpload, textOfUpload, unreadable } from '#shared/runtime/upload.ts';
import type { SheetFiles } from '../application/ports.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { parseCsv, writeCsv } from './csv-files.ts';
import { readWorkbook } from './spreadsheet.ts';
import { writeWorkbook } from './workbook-writer.ts';

/** CSV as text, XLSX in base64; CSV is read in base64 too. */
export const sheetFiles: SheetFiles = {
  read: async (file) => {
    if (file.format === 'csv') return rowsOfText(textOfUpload(readUpload(file)));
    if (file.encoding === 'text') throw unreadable(WORKBOOK_AS_TEXT);
    return readWorkbook(readUpload(file));
  },
  write: async (format, name, rows) => {
    const given = { name: `${name}.${format}`, format };
    return format === 'csv'
      ? { ...given, encoding: 'text', content: writeCsv(rows) }
      : { ...given, encoding: 'base64', content: (await writeWorkbook(rows)).toString('base64') };
  },
};

function rowsOfText(text: string): SheetRow[] {
  const { separator, rows } = parseCsv(text);
  return rows.map((fields, index) => ({
    number: index + 1,
    separator,
    cells: fields.map((content) => ({ kind: 'text', content })),
  }));
}

const WORKBOOK_AS_TEXT = {
  vi: 'Tệp XLSX phải gửi dạng base64',
  en: 'A workbook is sent in base64',
};
