import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { asWritten } from '#shared/domain/text.ts';
import { parseVnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Cell } from './cell.ts';
import { letterOf } from './column-letter.ts';
import { NOT_PLAIN, readAmount } from './sheet-amount.ts';
import type { Refusal } from './sheet-amount.ts';

const refuse = errorsOf(FILE_ERRORS);

export interface SheetRow {
  /** Counted from 1, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
  /** What stands between the fields of a text file; a workbook has none. */
  readonly separator?: string;
}

/** Where the rows of a file are in a request; the row and the column's key follow. */
export const ROWS_AT = '/file/content';

/** A column by the heading it is written with, and the headings it is known by. */
export interface Column {
  readonly heading: string;
  readonly names: readonly string[];
  /** Read when it is there. */
  readonly isOptional?: boolean;
}

/** Lines read from a file, each with its row, and everything that is wrong with the others. */
export interface ReadLines<L> {
  readonly lines: readonly { readonly row: number; readonly line: L }[];
  readonly refused: readonly FieldError[];
}

/** A heading without case, marks and blanks: people write it in many ways. */
function known(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Reads every row below the headings. `read` answers null for a row that asks for nothing.
 * Throws `file-columns-missing`, `file-too-long` (422).
 */
export function readSheet<L, K extends string>(
  rows: readonly SheetRow[],
  columns: Readonly<Record<K, Column>>,
  most: number,
  read: (row: RowReader<K>) => L | null,
): ReadLines<L> {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const width = head?.cells.length ?? 0;
  const places = placesOf(head, columns);
  if (body.length > most) throw refuse('file-too-long', { lines: body.length, most });
  const lines: { row: number; line: L }[] = [];
  const refused: FieldError[] = [];
  for (const row of body) {
    if (row.separator !== undefined && row.cells.length !== width) {
      refused.push(otherWidth(row, width));
      continue;
    }
    const reader = new RowReader(row, columns, places);
    const line = read(reader);
    if (reader.refused.length > 0) refused.push(...reader.refused);
    else if (line !== null) lines.push({ row: row.number, line });
  }
  return { lines, refused };
}

/** Where a separator within an amount has cut it in two, every field after it would be read under a wrong heading. */
function otherWidth({ number, cells }: SheetRow, width: number): FieldError {
  return {
    pointer: `${ROWS_AT}/${number}`,
    detail: {
      vi: `Dòng ${number} có ${cells.length} trường, dòng tên cột có ${width}; số tiền có dấu phẩy phải nằm trong ngoặc kép`,
      en: `Row ${number} has ${cells.length} fields, the headings are ${width}; an amount with commas must be in quotation marks`,
    },
  };
}

function placesOf<K extends string>(
  head: SheetRow | undefined,
  columns: Readonly<Record<K, Column>>,
): ReadonlyMap<K, number> {
  // A heading that is no text, or hidden, is none: what stands under it is not what a reader sees.
  const headings = (head?.cells ?? []).map((cell) => (cell?.kind === 'text' ? known(textOf(cell)) : ''));
  const places = new Map<K, number>();
  const missing: string[] = [];
  const twice: string[] = [];
  for (const [key, { heading, names, isOptional }] of Object.entries(columns) as [K, Column][]) {
    const accepted = new Set([heading, ...names].map(known));
    const found = headings.flatMap((name, index) => (accepted.has(name) ? [index] : []));
    const [first, second] = found;
    if (first === undefined && isOptional !== true) missing.push(heading);
    if (second !== undefined) twice.push(heading);
    if (first !== undefined) places.set(key, first);
  }
  if (missing.length > 0 || twice.length > 0) throw refuse('file-columns-missing', { missing, twice });
  return places;
}

/** What stands in a cell, as it is compared; what is no plain value says its content too, so it is not passed over. */
function textOf(cell: Cell | null | undefined): string {
  return cell ? asWritten(cell.content) : '';
}

/** One row; whatever does not do is remembered with row and column, and reading goes on. */
export class RowReader<K extends string> {
  readonly #row: SheetRow;
  readonly #columns: Readonly<Record<K, Column>>;
  readonly #places: ReadonlyMap<K, number>;
  readonly refused: FieldError[] = [];

  constructor(row: SheetRow, columns: Readonly<Record<K, Column>>, places: ReadonlyMap<K, number>) {
    this.#row = row;
    this.#columns = columns;
    this.#places = places;
  }

  isEmpty(key: K): boolean {
    return textOf(this.#cell(key)) === '';
  }

  /** Text that fits; a number is refused, because leading zeros of a code are lost in it. */
  text(key: K, fits: RegExp, expected: Refusal): string {
    const cell = this.#cell(key);
    const text = textOf(cell);
    if (!cell || text === '') this.refuse(key, EMPTY);
    else if (cell.kind === 'number') this.refuse(key, NOT_TEXT);
    else if (cell.kind !== 'text') this.refuse(key, NOT_PLAIN[cell.kind]);
    else if (!fits.test(text)) this.refuse(key, expected);
    return text;
  }

  /** Whole đồng; none when it is refused, or empty and may be. */
  amount(key: K, { isOptional = false } = {}): Vnd {
    const cell = this.#cell(key);
    if (!cell || textOf(cell) === '') {
      if (!isOptional) this.refuse(key, EMPTY);
      return ZERO_VND;
    }
    const amount = this.#isCut(key) ? CUT : readAmount(cell);
    if (typeof amount === 'string') return parseVnd(amount);
    this.refuse(key, amount);
    return ZERO_VND;
  }

  /** Between commas, 60,000 is two fields: where the row is as wide as the headings, only its look tells. */
  #isCut(key: K): boolean {
    const place = this.#places.get(key);
    if (this.#row.separator !== ',' || place === undefined) return false;
    const [amount, next] = this.#row.cells.slice(place, place + 2).map(textOf);
    return /^[1-9]\d{0,2}$/.test(amount ?? '') && /^\d{3}$/.test(next ?? '');
  }

  refuse(key: K, { vi, en }: Refusal): void {
    const { heading } = this.#columns[key];
    const { number } = this.#row;
    const place = this.#places.get(key);
    const text = textOf(this.#cell(key));
    const content = text === '' ? '' : ` ("${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}")`;
    const cell =
      place === undefined
        ? ['', '']
        : [`, ô ${letterOf(place)}${number}`, `, cell ${letterOf(place)}${number}`];
    this.refused.push({
      pointer: `${ROWS_AT}/${number}/${key}`,
      detail: {
        vi: `Dòng ${number}, cột "${heading}"${cell[0]}${content}: ${vi}`,
        en: `Row ${number}, column "${heading}"${cell[1]}${content}: ${en}`,
      },
    });
  }

  #cell(key: K): Cell | null | undefined {
    const place = this.#places.get(key);
    return place === undefined ? null : this.#row.cells[place];
  }
}

const EMPTY: Refusal = { vi: 'để trống', en: 'is empty' };

const NOT_TEXT: Refusal = {
  vi: 'là số; hãy định dạng ô là văn bản để không mất số 0 ở đầu',
  en: 'is a number; format the cell as text, so that leading zeros are not lost',
};
const CUT: Refusal = {
  vi: 'có thể là một phần của số có dấu phẩy; hãy ghi số liền không dấu',
  en: 'may be part of an amount with a comma; write the digits without it',
};

/** Signs of a cell that a refusal repeats. */
const SHOWN = 60;
