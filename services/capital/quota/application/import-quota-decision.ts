import { assertAllRead, inRow, inRowsOf, rowAt } from '#capital/sheets/application/lines-of-file.ts';
import type { SheetFiles } from '#capital/sheets/application/ports.ts';
import type { ReadLines } from '#capital/sheets/domain/sheet.ts';
import type { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import { QUOTA_LINES } from '#shared/contracts/capital/quota/views.ts';
import type { BodyOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { readQuotaSheet } from '../domain/quota-sheet.ts';
import type { QuotaSheetLine } from '../domain/quota-sheet.ts';
import type { QuotaBook } from './ports.ts';
import { proposeQuotaDecision, SHOWN } from './propose-quota-decision.ts';

type Route = (typeof QUOTA_FILE_ROUTES)['importQuotaDecision'];

/**
 * Proposes a quota decision from a file: reads every line, then does what proposing it does. Whatever is wrong is
 * named by row and column; nothing is taken, or, when that is accepted, all but those rows. Throws as proposing does,
 * and `file-too-large` (413), `file-unreadable`, `file-columns-missing`, `file-too-long`, `file-lines-refused` (422).
 */
export async function importQuotaDecision(
  book: QuotaBook,
  files: SheetFiles,
  caller: Caller,
  sourceId: string,
  { file, ...given }: BodyOf<Route>,
): Promise<AnswerOf<Route>> {
  const read = readQuotaSheet(await files.read(file), QUOTA_LINES);
  if (given.acceptPartial !== true || read.lines.length === 0) assertAllRead(read);
  const lines = read.lines.map(({ line }) => line);
  return inRowsOf(read.lines, () =>
    proposeQuotaDecision(book, caller, sourceId, { ...given, lines }, (answer) => inRowsOfFile(read, answer)),
  );
}

/** Cells that could not be read are among the refused, each row once. */
function inRowsOfFile(
  { lines, refused }: ReadLines<QuotaSheetLine>,
  answer: AnswerOf<Route>,
): AnswerOf<Route> {
  const rows = new Set(refused.map(({ pointer }) => rowAt(pointer)));
  return {
    ...answer,
    refusedLines: rows.size + answer.refusedLines,
    refused: [...refused, ...answer.refused.map((field) => inRow(lines, field))].slice(0, SHOWN),
  };
}
