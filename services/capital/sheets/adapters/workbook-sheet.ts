import { unreadable } from '#shared/runtime/upload.ts';
import type { Cell } from '../domain/cell.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { cellOf } from './workbook-cell.ts';
import type { CellSurroundings, RawCell } from './workbook-cell.ts';
import { isTrue } from './workbook-parts.ts';
import { COLUMNS, placeOf, placesIn } from './workbook-places.ts';
import { TextGatherer } from './workbook-text.ts';
import { readXml } from './workbook-xml.ts';

interface Sheet {
  readonly rows: Map<number, (Cell | null)[]>;
  readonly merged: string[];
  readonly reckoned: string[];
}

/**
 * Rows of a sheet that hold anything, as they are numbered. Rows and cells without a reference follow the one before.
 * Cells that a reader of the sheet does not see as they are – merged, filled by a formula elsewhere, hidden – are
 * named so. Throws `file-unreadable` (422).
 */
export function rowsOfSheet(bytes: Buffer, name: string, surroundings: CellSurroundings): SheetRow[] {
  const { rows, merged, reckoned } = readSheet(bytes, name, surroundings);
  // Rows come in order.
  const lastRow = [...rows.keys()].at(-1) ?? 0;
  const mark = (ranges: readonly string[], kind: Cell['kind']): void => {
    for (const { row, column, range } of placesIn(ranges, lastRow)) {
      const cells = rows.get(row);
      if (cells) cells[column - 1] = { kind, content: cells[column - 1]?.content ?? range };
    }
  };
  mark(reckoned, 'formula');
  mark(merged, 'merged');
  return [...rows].map(([number, cells]) => ({ number, cells: Array.from(cells, (cell) => cell ?? null) }));
}

function readSheet(bytes: Buffer, name: string, surroundings: CellSurroundings): Sheet {
  const sheet: Sheet = { rows: new Map(), merged: [], reckoned: [] };
  const hiddenColumns: boolean[] = [];
  const row = { number: 0, isHidden: false, cells: [] as (Cell | null)[] };
  let column = 0;
  let cell: RawCell | null = null;
  let texts = new TextGatherer();
  let isWithin: 'v' | 'f' | null = null;

  const open: Record<string, (attributes: ReadonlyMap<string, string>) => void> = {
    col: (attributes) => {
      if (!isTrue(attributes.get('hidden'))) return;
      const first = Math.max(Number(attributes.get('min')), 1);
      const last = Math.min(Number(attributes.get('max')), COLUMNS);
      for (let at = first; at <= last; at += 1) hiddenColumns[at] = true;
    },
    row: (attributes) => {
      row.number = after(row.number, Number(attributes.get('r') ?? row.number + 1));
      row.isHidden = isTrue(attributes.get('hidden'));
      row.cells = [];
      column = 0;
    },
    c: (attributes) => {
      const reference = attributes.get('r');
      const place = reference === undefined ? { row: row.number, column: column + 1 } : placeOf(reference);
      if (place?.row !== row.number) throw unreadable(OUT_OF_ORDER);
      column = after(column, place.column);
      texts = new TextGatherer();
      cell = {
        type: attributes.get('t') ?? 'n',
        style: Number(attributes.get('s') ?? 0),
        value: '',
        formula: null,
      };
    },
    v: () => (isWithin = 'v'),
    f: (attributes) => {
      isWithin = 'f';
      if (cell) cell.formula = '';
      // Of a formula over several cells, only the first says so; the others look like values.
      const range = attributes.get('ref');
      if (range !== undefined && attributes.get('t') !== 'shared') sheet.reckoned.push(range);
    },
    mergeCell: (attributes) => sheet.merged.push(attributes.get('ref') ?? ''),
  };
  const close: Record<string, () => void> = {
    v: () => (isWithin = null),
    f: () => (isWithin = null),
    c: () => {
      const isHidden = row.isHidden || hiddenColumns[column] === true;
      const read = cell && cellOf(cell, texts.gathered(), surroundings);
      if (column <= COLUMNS) row.cells[column - 1] = read && isHidden ? { ...read, kind: 'hidden' } : read;
      cell = null;
    },
    row: () => {
      if (row.cells.some((one) => one !== null)) sheet.rows.set(row.number, row.cells);
    },
  };
  readXml(bytes, name, {
    open: (element, attributes) => {
      open[element]?.(attributes);
      texts.open(element, attributes);
    },
    text: (text) => {
      texts.add(text);
      if (cell && isWithin === 'v') cell.value += text;
      if (cell && isWithin === 'f') cell.formula = `${cell.formula ?? ''}${text}`;
    },
    close: (element) => {
      texts.close(element);
      close[element]?.();
    },
  });
  return sheet;
}

/** Two rows of one number, or two cells in one place, would say two things at once. */
function after(last: number, next: number): number {
  if (!Number.isInteger(next) || next <= last) throw unreadable(OUT_OF_ORDER);
  return next;
}

const OUT_OF_ORDER = {
  vi: 'Dòng hoặc ô của trang tính trùng hoặc sai thứ tự',
  en: 'Rows or cells of the sheet are there twice or out of order',
};
