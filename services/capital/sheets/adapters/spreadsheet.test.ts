import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readQuotaSheet } from '#capital/quota/domain/quota-sheet.ts';
import { entriesOf, workbookFile, workbookOf, writtenBy, zipOf } from '#test/support/workbook.ts';
import type { Parts } from '#test/support/workbook.ts';
import { sheetFiles } from './sheet-files.ts';

const NOWHERE =
  '<Relationships><Relationship Id="rId2" Type="x/worksheet" Target="http://[nowhere"/></Relationships>';
const read = async (parts: Parts) => sheetFiles.read(await workbookOf(parts));
const cellsOf = async (parts: Parts) =>
  (await read(parts)).map(({ cells }) => cells.map((cell) => (cell ? [cell.kind, cell.content] : null)));
const inRow = (...cells: string[]): Parts => ({
  sheet: `<sheetData><row>${cells.join('')}</row></sheetData>`,
});

/** What a file of quota lines comes to: lines that are read, and what is said of each cell that is not. */
async function quotas(file: Parameters<typeof sheetFiles.read>[0]) {
  const { lines, refused } = readQuotaSheet(await sheetFiles.read(file), 10);
  return {
    lines: lines.map(({ row, line }) => [row, line.amount]),
    refused: refused.map(({ detail }) => detail.en),
  };
}

const HEAD = ['Loại', 'Mã chương trình', 'Mã xã', 'Số tiền', 'Ghi chú'];
const textCells = (texts: readonly string[]): string =>
  texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('');
const LINE = ['giao', 'job-creation', '06652-2025'];

describe('a workbook of quota lines', () => {
  test('written by openpyxl is read: the sheet that is shown, cell by cell', async () => {
    expect(await quotas(writtenBy('openpyxl'))).toEqual({
      lines: [
        [2, 60000000n],
        [3, 1000000n],
      ],
      refused: [
        'Row 4, column "Số tiền", cell D4 ("=D2*2"): is a formula; paste its value',
        'Row 5, column "Số tiền", cell D5 ("0.5"): must be whole đồng without a fraction',
        'Row 7, column "Loại", cell A7 ("giao"): is part of merged cells; split them',
        'Row 7, column "Mã chương trình", cell B7: is empty',
        'Row 7, column "Mã xã", cell C7: is empty',
        'Row 7, column "Số tiền", cell D7: is empty',
      ],
    });
  });

  test('written by SheetJS is read', async () => {
    expect(await quotas(writtenBy('sheetjs'))).toEqual({
      lines: [
        [2, 60000000n],
        [3, 1000000n],
      ],
      refused: ['Row 4, column "Số tiền", cell D4 ("=D2*2"): is a formula; paste its value'],
    });
  });

  test('written by ExcelJS is read', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(HEAD);
    sheet.addRow([...LINE, 60_000_000]);
    sheet.addRow([...LINE, { richText: [{ text: '1 000 ' }, { font: { bold: true }, text: '000' }] }]);
    sheet.addRow([...LINE, new Date('2026-01-01')]);
    expect(await quotas(workbookFile(Buffer.from(await workbook.xlsx.writeBuffer())))).toEqual({
      lines: [
        [2, 60000000n],
        [3, 1000000n],
      ],
      refused: ['Row 4, column "Số tiền", cell D4 ("2026-01-01"): is a date'],
    });
  });

  // Excel and WPS: shared texts, references, styles; texts in runs, with how they are pronounced.
  test('as Excel and WPS Office write it is read', async () => {
    const strings = [...HEAD, ...LINE].map((text) => `<si><t>${text}</t></si>`);
    const cells = (row: number, ...parts: string[]) =>
      `<row r="${row}" spans="1:5">${parts.map((part, index) => `<c r="${'ABCDE'[index]}${row}" ${part}</c>`).join('')}</row>`;
    const shared = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `t="s"><v>${from + index}</v>`);
    const file = await workbookOf({
      strings: `${strings.join('')}<si><r><t xml:space="preserve">60 000 </t></r><r><rPr><b/></rPr><t>000</t></r><rPh sb="0" eb="1"><t>9</t></rPh></si>`,
      styles: `<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0\\ \\d"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="0" fontId="1"/><xf numFmtId="10"/></cellXfs>`,
      sheet: `<dimension ref="A1:E6"/><sheetData>${cells(1, ...shared(0, 5))}${cells(2, ...shared(5, 3), 's="1"><v>60000000</v>')}${cells(3, ...shared(5, 3), 't="s"><v>8</v>')}${cells(4, ...shared(5, 3), 's="2"><v>7</v>')}${cells(5, ...shared(5, 3), 's="3"><v>7</v>')}${cells(6, ...shared(5, 3), 't="e"><v>#REF!</v>')}</sheetData><extLst><ext xmlns:xm="urn:x"><xm:f>A1</xm:f></ext></extLst>`,
    });
    expect(await quotas(file)).toEqual({
      lines: [
        [2, 60000000n],
        [3, 60000000n],
      ],
      refused: [
        'Row 4, column "Số tiền", cell D4 ("7"): is crossed out; take the line off or delete it',
        'Row 5, column "Số tiền", cell D5 ("7"): is shown in another unit than đồng; write đồng in a plain number format',
        'Row 6, column "Số tiền", cell D6 ("#REF!"): is an error of the spreadsheet',
      ],
    });
  });

  // LibreOffice writes every style and empty cells to the end; some of its versions, and Google, columns without end.
  test('as LibreOffice and Google Sheets write it is read', async () => {
    const file = await workbookOf({
      styles:
        '<numFmts><numFmt numFmtId="165" formatCode="General"/></numFmts><cellXfs><xf numFmtId="165"/></cellXfs>',
      sheet: `<sheetPr filterMode="false"/><cols><col min="1" max="1024" hidden="false" style="0"/></cols><sheetData><row r="1" hidden="false">${textCells(HEAD)}</row><row r="2"><c r="A2" s="0" t="inlineStr"><is><t>giao</t></is></c><c r="B2" t="inlineStr"><is><t>job-creation</t></is></c><c r="C2" t="inlineStr"><is><t>06652-2025</t></is></c><c r="D2" s="0"><v>6.0E7</v></c><c r="AMJ2" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row></sheetData>`,
    });
    expect(await quotas(file)).toEqual({ lines: [[2, 60000000n]], refused: [] });
  });

  test('with prefixed elements, without references, in the strict edition of the standard, is read', async () => {
    const uri = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const file = await workbookOf({
      sheet: '',
      workbook: `<x:workbook xmlns:x="${uri}" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="a" sheetId="1" q:id="rId2"/></x:sheets></x:workbook>`,
      worksheet: `<x:worksheet xmlns:x="${uri}"><x:sheetData><x:row>${HEAD.map(cell).join('')}</x:row><x:row>${LINE.map(cell).join('')}<x:c><x:v>60000000</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await quotas(file)).toEqual({ lines: [[2, 60000000n]], refused: [] });
  });

  test('with one amount merged over two communes counts it for neither', async () => {
    const line = `${textCells(LINE)}<c><v>60000000</v></c>`;
    const file = await workbookOf({
      sheet: `<sheetData><row>${textCells(HEAD)}</row><row>${line}</row><row>${textCells(LINE)}</row></sheetData><mergeCells><mergeCell ref="D2:D3"/></mergeCells>`,
    });
    expect(await quotas(file)).toEqual({
      lines: [],
      refused: [
        'Row 2, column "Số tiền", cell D2 ("60000000"): is part of merged cells; split them',
        'Row 3, column "Số tiền", cell D3 ("D2:D3"): is part of merged cells; split them',
      ],
    });
  });

  test('with hidden rows or columns proposes nothing that is not seen', async () => {
    const line = `${textCells(LINE)}<c><v>7</v></c>`;
    const rows = `<row>${textCells(HEAD)}</row><row hidden="1">${line}</row>`;
    expect((await quotas(await workbookOf({ sheet: `<sheetData>${rows}</sheetData>` }))).refused[0]).toBe(
      'Row 2, column "Loại", cell A2 ("giao"): is in a hidden row or column; show or delete it',
    );
    const hidden = await workbookOf({
      sheet: `<cols><col min="4" max="4" hidden="1"/></cols><sheetData>${rows}</sheetData>`,
    });
    await expect(quotas(hidden)).rejects.toMatchObject({
      code: 'file-columns-missing',
      facts: { missing: ['Số tiền'] },
    });
  });
});

describe('a cell', () => {
  test('is known by its type', async () => {
    const parts = inRow(
      '<c t="str"><v>_x0041_b</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="d"><v>2026-01-01</v></c>',
      '<c><f t="shared" si="0"/><v>2</v></c>',
      '<c t="str"><f>A1</f><v>x</v></c>',
      '<c t="new"><v>?</v></c>',
      '<c t="s"><v></v></c>',
      '<c/>',
      '<c t="n"><v> 7 </v></c>',
      '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>50</t></r><r><t>60</t></r></is></c>',
    );
    expect(await cellsOf(parts)).toEqual([
      [
        ['text', 'Ab'],
        ['boolean', 'TRUE'],
        ['date', '2026-01-01'],
        ['formula', '='],
        ['formula', '=A1'],
        ['unknown', '?'],
        null,
        null,
        ['number', '7'],
        ['struck', '5060'],
      ],
    ]);
  });

  test('that a formula elsewhere fills is a formula', async () => {
    const sheet =
      '<sheetData><row><c><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>';
    expect(await cellsOf({ sheet })).toEqual([[['formula', '=B1:B2']], [['formula', '2']]]);
  });

  test('with a date is told by its day, counted from 1900 or 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(await cellsOf({ ...inRow('<c><v>46042.5</v></c>'), styles })).toEqual([[['date', '2026-01-20']]]);
    const uri = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const workbook = `<workbook xmlns="${uri}" xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet r:id="rId2"/></sheets></workbook>`;
    expect(await cellsOf({ ...inRow('<c><v>44580</v></c>'), styles, workbook })).toEqual([
      [['date', '2026-01-20']],
    ]);
  });
});

describe('a workbook is refused in the words of the platform', () => {
  const sheetless =
    '<workbook xmlns="urn:x" xmlns:r="urn:r"><sheets><sheet state="veryHidden" r:id="rId2"/></sheets></workbook>';
  test.each<[string, Parts, RegExp]>([
    ['no visible sheet', { sheet: '', workbook: sheetless }, /no visible sheet/],
    ['XML that does not end', { sheet: '<sheetData>' }, /Part "xl\/worksheets\/sheet2.xml" .+ damaged/],
    ['entities of its own', { sheet: '', worksheet: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }, /damaged/],
    ['a text that is not there', inRow('<c t="s"><v>5</v></c>'), /names a text/],
    ['a cell twice', inRow('<c r="A1"><v>1</v></c>', '<c r="A1"><v>2</v></c>'), /twice or out of order/],
    ['a cell of another row', inRow('<c r="A9"><v>1</v></c>'), /twice or out of order/],
    [
      'rows turned about',
      { sheet: '<sheetData><row r="2"/><row r="1"/></sheetData>' },
      /twice or out of order/,
    ],
    ['a range that is none', { sheet: '<mergeCells><mergeCell ref="x"/></mergeCells>' }, /range of merged/],
    [
      'a range turned about',
      { sheet: '<mergeCells><mergeCell ref="B9:A1"/></mergeCells>' },
      /range of merged/,
    ],
    [
      'parts that are nowhere',
      { sheet: '', more: { 'xl/_rels/workbook.xml.rels': NOWHERE } },
      /no visible sheet/,
    ],
  ])('with %s', async (_, parts, why) => {
    await expect(read(parts)).rejects.toMatchObject({
      code: 'file-unreadable',
      fields: [{ pointer: '/file/content', detail: { en: expect.stringMatching(why) as string } }],
    });
  });

  test('that is another kind of file', async () => {
    const others: [Buffer, RegExp][] = [
      [Buffer.from('Mã xã;Số tiền'), /no XLSX workbook/],
      [Buffer.from('d0cf11e0a1b11ae100', 'hex'), /Excel 97–2003 .+ password/],
      [await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), /no XLSX workbook/],
    ];
    for (const [bytes, why] of others) {
      await expect(sheetFiles.read(workbookFile(bytes))).rejects.toMatchObject({
        code: 'file-unreadable',
        fields: [{ detail: { en: expect.stringMatching(why) as string } }],
      });
    }
    await expect(
      sheetFiles.read({ ...workbookFile(Buffer.from('x')), encoding: 'text' }),
    ).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('that covers more cells than any table has', async () => {
    const ranges = '<mergeCell ref="A1:AX1048576"/>'.repeat(2);
    const sheet = `<sheetData><row r="1048576"><c><v>1</v></c></row></sheetData><mergeCells>${ranges}</mergeCells>`;
    await expect(read({ sheet })).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('but not for ranges and columns that would take for ever to go through', async () => {
    const line = `<row>${textCells(HEAD)}</row><row r="2">${textCells(LINE)}<c><v>7</v></c></row>`;
    const far = '<row r="9000000000000000"><c t="str"><v> </v></c></row>';
    const ranges = '<mergeCell ref="AZ1:AZ9999999"/>'.repeat(1000);
    const sheet = `<cols><col min="-1e15" max="-1" hidden="1"/></cols><sheetData>${line}${far}</sheetData><mergeCells>${ranges}</mergeCells>`;
    expect(await quotas(await workbookOf({ sheet }))).toEqual({ lines: [[2, 7n]], refused: [] });
  });

  test('but not for what is in parts that are not read', async () => {
    const bomb = Buffer.alloc(41_000_000);
    const bytes = await zipOf(
      entriesOf({ ...inRow('<c><v>1</v></c>'), more: { 'xl/media/image1.png': bomb } }),
    );
    expect(await sheetFiles.read(workbookFile(bytes))).toHaveLength(1);
    const sheet = await zipOf({ ...entriesOf({ sheet: '' }), 'xl/worksheets/sheet2.xml': bomb });
    await expect(sheetFiles.read(workbookFile(sheet))).rejects.toMatchObject({
      code: 'file-unreadable',
      facts: { most: 40_000_000 },
    });
  }, 30_000);
});
