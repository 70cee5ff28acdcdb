import { quotaSheet } from '#capital/quota/domain/quota-sheet.ts';
import type { FileFormat, SheetFiles } from '#capital/sheets/application/ports.ts';
import type { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import type { ParamsOf, AnswerOf } from '#shared/contracts/route.ts';
import { openingSheet } from '../domain/opening-sheet.ts';

type Routes = typeof OPENING_FILE_ROUTES;

const EMPTY = {
  'quota-decision': { name: 'mau-quyet-dinh-giao-chi-tieu', rows: quotaSheet([]) },
  'opening-balances': { name: 'mau-so-du-dau-ky', rows: openingSheet([]) },
} as const;

/** An empty file with its headings. */
export function fileTemplate(
  files: SheetFiles,
  { templateId }: ParamsOf<Routes['getFileTemplate']>,
  format: FileFormat,
): Promise<AnswerOf<Routes['getFileTemplate']>> {
  const { name, rows } = EMPTY[templateId];
  return files.write(format, name, rows);
}
