import { FILE_ERRORS } from '#shared/contracts/capital/sheets/errors.ts';
import { DomainError, errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { ROWS_AT } from '../domain/sheet.ts';
import type { ReadLines } from '../domain/sheet.ts';

const refuse = errorsOf(FILE_ERRORS);

/** Throws `file-lines-refused` (422) with every cell that does not do, or when the file asks for nothing. */
export function assertAllRead({ lines, refused }: ReadLines<unknown>): void {
  if (refused.length > 0) throw refuse('file-lines-refused', { cells: refused.length }, refused);
  if (lines.length === 0) {
    const detail = { vi: 'Tệp không có dòng nào được điền', en: 'No line of the file is filled in' };
    throw refuse('file-lines-refused', { cells: 0 }, [{ pointer: ROWS_AT, detail }]);
  }
}

/** Does what the lines ask for; whatever it refuses of a line is named by the row of the file. */
export async function inRowsOf<T>(lines: ReadLines<unknown>['lines'], propose: () => Promise<T>): Promise<T> {
  try {
    return await propose();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, entry, facts, fields } = error;
    throw new DomainError(
      { [code]: entry },
      code,
      facts,
      fields.map((field) => inRow(lines, field)),
    );
  }
}

/** The row that a refusal of a file is about. */
export function rowAt(pointer: string): string {
  return pointer.slice(ROWS_AT.length + 1).split('/')[0] ?? '';
}

/** A field of a line as the row it was read from: lines are counted in pointers from 0, in words from 1. */
export function inRow(lines: ReadLines<unknown>['lines'], { pointer, detail }: FieldError): FieldError {
  const rowOf = (line: string, first: number): string => String(lines[Number(line) - first]?.row ?? line);
  return {
    pointer: pointer.replace(/^\/lines\/(\d+)/, (_, line: string) => `${ROWS_AT}/${rowOf(line, 0)}`),
    detail: {
      vi: detail.vi.replace(
        /\b(dòng) (\d+)\b/gi,
        (_, word: string, line: string) => `${word} ${rowOf(line, 1)}`,
      ),
      en: detail.en.replace(
        /\b(l)ine (\d+)\b/gi,
        (_, first: string, line: string) => `${first === 'L' ? 'R' : 'r'}ow ${rowOf(line, 1)}`,
      ),
    },
  };
}
