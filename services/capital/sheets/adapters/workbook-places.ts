import { unreadable } from '#shared/runtime/upload.ts';

/** Columns of a sheet that are read; what stands beyond is never asked for. */
export const COLUMNS = 50;
/** Cells that ranges of one sheet may cover, far more than any table has. */
const COVERED = 1_000_000;

/** A cell counted from 1, as a spreadsheet shows it. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Of "C7"; null when it is no reference to a cell. */
export function placeOf(reference: string): Place | null {
  const [, letters, row] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || row === undefined) return null;
  const digits = Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 64);
  return { row: Number(row), column: digits.reduce((sum, digit) => sum * 26 + digit, 0) };
}

/** Every cell of ranges such as "C7:C9" within the columns that are read and down to a row. Throws `file-unreadable` (422). */
export function* placesIn(ranges: readonly string[], lastRow: number): Generator<Place & { range: string }> {
  let covered = 0;
  for (const range of ranges) {
    const [first, last = first] = range.split(':').map(placeOf);
    if (!first || !last || last.row < first.row || last.column < first.column) throw unreadable(NO_RANGE);
    // Of columns that are not read, rows are not counted and so not gone through either.
    if (first.column > COLUMNS) continue;
    for (let row = first.row; row <= Math.min(last.row, lastRow); row += 1) {
      for (let column = first.column; column <= Math.min(last.column, COLUMNS); column += 1) {
        covered += 1;
        if (covered > COVERED) throw unreadable(NO_RANGE);
        yield { row, column, range };
      }
    }
  }
}

const NO_RANGE = {
  vi: 'Vùng ô gộp hoặc công thức mảng của trang tính không hợp lệ',
  en: 'A range of merged cells or of a formula in the sheet is not valid',
};
