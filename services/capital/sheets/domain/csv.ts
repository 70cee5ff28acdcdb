/** A text that is no table; `row` is counted as a spreadsheet shows it. */
export class CsvFault extends Error {
  readonly row: number;

  constructor(row: number, message: string) {
    super(message);
    this.name = 'CsvFault';
    this.row = row;
  }
}

const BYTE_ORDER_MARK = '\uFEFF';

const SEPARATORS = [';', ',', '\t'] as const;

type Separator = (typeof SEPARATORS)[number];

/**
 * Rows of a CSV text (RFC 4180): with or without byte order mark, separated by semicolons, commas or tabs as its
 * first row tells, any ends of lines, quoted fields with line breaks. An apostrophe that protects a field from being
 * taken for a formula is taken off again. Throws CsvFault.
 */
export function parseCsv(text: string): string[][] {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const hint = /^sep=(.)\r?\n/i.exec(content);
  const body = hint === null ? content : content.slice(hint[0].length);
  const separator = SEPARATORS.find((one) => one === hint?.[1]) ?? separatorOf(body);
  const rows = new Reader(body, separator).rows();
  return hint === null ? rows : [[''], ...rows];
}

/** The separator that occurs most in the first row that says anything, outside quotes. */
function separatorOf(text: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  let said = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') {
      if (said) break;
      continue;
    }
    said = true;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  let best: Separator = ';';
  for (const one of SEPARATORS) {
    if ((counts.get(one) ?? 0) > (counts.get(best) ?? 0)) best = one;
  }
  return best;
}

class Reader {
  readonly #text: string;
  readonly #separator: Separator;
  #at = 0;

  constructor(text: string, separator: Separator) {
    this.#text = text;
    this.#separator = separator;
  }

  rows(): string[][] {
    const rows: string[][] = [];
    while (this.#at < this.#text.length) rows.push(this.#row(rows.length + 1));
    return rows;
  }

  #row(number: number): string[] {
    const fields: string[] = [];
    for (;;) {
      fields.push(unprotected(this.#field(number)));
      const sign = this.#text[this.#at];
      this.#at += 1;
      if (sign === this.#separator) continue;
      if (sign === '\r' && this.#text[this.#at] === '\n') this.#at += 1;
      return fields;
    }
  }

  #field(row: number): string {
    if (this.#text[this.#at] !== '"') return this.#until((sign) => this.#ends(sign));
    let field = '';
    for (;;) {
      this.#at += 1;
      field += this.#until((sign) => sign === '"');
      if (this.#at >= this.#text.length) throw new CsvFault(row, 'a quotation mark is not closed');
      this.#at += 1;
      if (this.#text[this.#at] !== '"') break;
      field += '"';
    }
    const next = this.#text[this.#at];
    if (next !== undefined && !this.#ends(next))
      throw new CsvFault(row, 'text follows a closing quotation mark');
    return field;
  }

  #ends(sign: string): boolean {
    return sign === this.#separator || sign === '\n' || sign === '\r';
  }

  #until(stops: (sign: string) => boolean): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !stops(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }
}

/** What a spreadsheet would take for a formula, or a command, when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

function unprotected(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;
}

/** A CSV text that spreadsheets in Viet Nam open as it is: UTF-8 with byte order mark, semicolons, no formulas. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(fieldOf).join(';'));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function fieldOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
