import { sheetFiles } from '#capital/sheets/adapters/sheet-files.ts';
import { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openOpeningBook } from './adapters/opening-book.ts';
import { fileTemplate } from './application/file-template.ts';
import { importOpeningBalances } from './application/import-opening.ts';

/** Routes of opening balances in files and of empty files, each with the verb that answers it. */
export function openingFileHandlers(table: Table): Handler[] {
  const routes = OPENING_FILE_ROUTES;
  return [
    on(routes.importOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() =>
        importOpeningBalances(openOpeningBook(table, act), sheetFiles, caller, params.sourceId, body),
      ),
    ),
    on(routes.getFileTemplate, ({ params, query }) => fileTemplate(sheetFiles, params, query.format)),
  ];
}
