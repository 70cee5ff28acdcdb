import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import type { Cell } from './cell.ts';
import { readAmount } from './sheet-amount.ts';
import type { Refusal } from './sheet-amount.ts';

const refuse = errorsOf(FILE_ERRORS);

export interface SheetRow {
  /** Counted from 1, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
}

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
  const places = placesOf(head, columns);
  if (body.length > most) throw refuse('file-too-long', { lines: body.length, most });
  const lines: { row: number; line: L }[] = [];
  const refused: FieldError[] = [];
  for (const row of body) {
    const reader = new RowReader(row, columns, places);
    const line = read(reader);
    if (reader.refused.length > 0) refused.push(...reader.refused);
    else if (line !== null) lines.push({ row: row.number, line });
  }
  return { lines, refused };
}

function placesOf<K extends string>(
  head: SheetRow | undefined,
  columns: Readonly<Record<K, Column>>,
): ReadonlyMap<K, number> {
  const headings = (head?.cells ?? []).map((cell) => known(textOf(cell)));
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

function textOf(cell: Cell | null | undefined): string {
  if (!cell) return '';
  // No-break spaces come with figures that are copied.
  if (cell.kind === 'text') return cell.text.replaceAll('\u00A0', ' ').trim();
  return cell.kind === 'number' ? String(cell.value) : cell.kind;
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
    if (text === '') this.refuse(key, EMPTY);
    else if (cell?.kind !== 'text') this.refuse(key, NOT_TEXT);
    else if (!fits.test(text)) this.refuse(key, expected);
    return text;
  }

  /** Whole đồng as a decimal string; '0' when it is refused, or empty and may be. */
  amount(key: K, { isOptional = false } = {}): string {
    const cell = this.#cell(key);
    if (textOf(cell) === '') {
      if (!isOptional) this.refuse(key, EMPTY);
      return '0';
    }
    const amount = readAmount(cell);
    if (typeof amount === 'string') return amount;
    this.refuse(key, amount);
    return '0';
  }

  refuse(key: K, { vi, en }: Refusal): void {
    const { heading } = this.#columns[key];
    const place = this.#places.get(key);
    const letter = place === undefined ? '' : ` (${letterOf(place)})`;
    this.refused.push({
      pointer: `/content/${this.#row.number}/${key}`,
      detail: {
        vi: `Dòng ${this.#row.number}, cột "${heading}"${letter}: ${vi}`,
        en: `Row ${this.#row.number}, column "${heading}"${letter}: ${en}`,
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
  vi: 'phải là chữ (định dạng ô là văn bản), không phải số, ngày hay công thức',
  en: 'must be text (format the cell as text), no number, date or formula',
};

/** The letters a spreadsheet gives to a column. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
