import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { SheetFile } from '#shared/contracts/file.ts';

/** An archive of these entries. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a workbook as a test writes them; what it leaves out is as Excel writes it. */
export interface Parts {
  /** What is inside the worksheet element. */
  readonly sheet: string;
  readonly worksheet?: string;
  readonly workbook?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** The entries of a workbook with two sheets, of which the first is hidden and the second is the one given. */
export function entriesOf({ sheet, worksheet, workbook, strings, styles, more }: Parts) {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Ẩn" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Chỉ tiêu" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>hidden</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': worksheet ?? `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  };
}

export const workbookFile = (bytes: Buffer): SheetFile => ({
  name: 'file.xlsx',
  format: 'xlsx',
  encoding: 'base64',
  content: bytes.toString('base64'),
});

export const workbookOf = async (parts: Parts): Promise<SheetFile> =>
  workbookFile(await zipOf(entriesOf(parts)));

/** A file as the program of that name wrote it. */
export const writtenBy = (program: 'openpyxl' | 'sheetjs'): SheetFile =>
  workbookFile(readFileSync(new URL(`workbooks/${program}.xlsx`, import.meta.url)));
