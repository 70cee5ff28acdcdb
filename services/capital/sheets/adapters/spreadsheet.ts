import { openArchive } from '#shared/runtime/archive.ts';
import { unreadable } from '#shared/runtime/upload.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { partsOf } from './workbook-parts.ts';
import { rowsOfSheet } from './workbook-sheet.ts';
import { stylesOf } from './workbook-styles.ts';
import { sharedTexts } from './workbook-text.ts';

/** The sheet of the longest file unpacks to some hundred kilobytes. */
const UNPACKED_BYTES = 40_000_000;
/** How files begin that are no archive: those of Excel before 2007, and those a password protects. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Rows of the first sheet of a workbook that is shown. Throws `file-unreadable` (422). */
export async function readWorkbook(bytes: Buffer): Promise<SheetRow[]> {
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) throw unreadable(OLD_OR_PROTECTED);
  const archive = await openArchive(bytes, UNPACKED_BYTES);
  const { sheet, strings, styles, from1904 } = await partsOf(archive);
  const surroundings = { texts: sharedTexts(strings), styles: stylesOf(styles), from1904 };
  return rowsOfSheet(sheet.bytes, sheet.name, surroundings);
}

const OLD_OR_PROTECTED = {
  vi: 'Tệp là Excel 97–2003 (XLS) hoặc được đặt mật khẩu',
  en: 'The file is of Excel 97–2003 (XLS) or protected by a password',
};
