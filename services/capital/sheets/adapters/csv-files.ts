import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { unreadable } from '#shared/runtime/upload.ts';

/** Tables as texts (RFC 4180). */

const SEPARATORS = [';', ',', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Rows of a text, and what stands between their fields. */
export interface CsvRows {
  readonly separator: Separator;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Rows of a CSV text without byte order mark: separated by semicolons, commas or tabs as its first row tells, any ends
 * of lines, quoted fields with line breaks. An apostrophe that protects a field from being taken for a formula is
 * taken off again. Throws `file-unreadable` (422), with the row as a spreadsheet counts it.
 */
export function parseCsv(text: string): CsvRows {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const separator = SEPARATORS.find((one) => one === hint?.[1]) ?? separatorOf(body);
  // The row with the hint is a row of the file.
  const above = hint === null ? [] : [['']];
  return { separator, rows: [...above, ...fieldsOf(body, separator, above.length)] };
}

function fieldsOf(text: string, delimiter: Separator, above: number): string[][] {
  try {
    const rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      // A row of another width is refused by its number, together with whatever else is wrong.
      relax_column_count: true,
    });
    return rows.map((row) => row.map(unprotected));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records']) + above + 1;
    throw unreadable(faultIn(row, error.code === 'CSV_QUOTE_NOT_CLOSED'), { row });
  }
}

const faultIn = (row: number, isOpen: boolean) =>
  isOpen
    ? {
        vi: `Dòng ${row}: dấu ngoặc kép không được đóng`,
        en: `Row ${row}: a quotation mark is not closed`,
      }
    : {
        vi: `Dòng ${row}: dấu ngoặc kép nằm giữa một trường`,
        en: `Row ${row}: a quotation mark stands within a field`,
      };

/** The separator that occurs most in the first row that says anything, outside quotes. */
function separatorOf(text: string): Separator {
  const [row = ''] = /(?:"[^"]*"|[^"\r\n])+/.exec(text) ?? [];
  const bare = row.replaceAll(/"[^"]*"/g, '');
  const timesOf = (separator: Separator): number => bare.split(separator).length;
  return SEPARATORS.reduce((best, one) => (timesOf(one) > timesOf(best) ? one : best));
}

/** What a spreadsheet would take for a formula, or a command, when it opens the file; in full width too. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function unprotected(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;
}

/** A CSV text that spreadsheets in Viet Nam open as it is: UTF-8 with byte order mark, semicolons, no formulas. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    // Line breaks of other machines, other separators, and blanks at the ends belong to the field.
    quoted_match: /[,\t\r\n]|^\s|\s$/,
  });
}
