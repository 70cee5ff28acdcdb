import type { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import { assertAllRead, inRowsOf } from '#capital/sheets/application/lines-of-file.ts';
import type { SheetFiles } from '#capital/sheets/application/ports.ts';
import { OPENING_LINES } from '#shared/contracts/capital/opening/views.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { readOpeningSheet } from '../domain/opening-sheet.ts';
import type { OpeningBook } from './ports.ts';
import { proposeOpeningBalances } from './propose-opening.ts';

/**
 * Proposes opening balances from a file: reads every line, then does what proposing them does; whatever is wrong is
 * named by row and column, and nothing is taken. Throws as proposing does, and `file-too-large` (413),
 * `file-unreadable`, `file-columns-missing`, `file-too-long`, `file-lines-refused` (422).
 */
export async function importOpeningBalances(
  book: OpeningBook,
  files: SheetFiles,
  caller: Caller,
  sourceId: string,
  { file, ...given }: BodyOf<typeof OPENING_FILE_ROUTES.importOpeningBalances>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const read = readOpeningSheet(await files.read(file), OPENING_LINES);
  assertAllRead(read);
  const lines = read.lines.map(({ line }) => line);
  return inRowsOf(read.lines, () => proposeOpeningBalances(book, caller, sourceId, { ...given, lines }));
}
