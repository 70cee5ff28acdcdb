import { openCapitalReads } from '#capital/ledger/adapters/capital-reads.ts';
import { openOpeningBook } from '#capital/opening/adapters/opening-book.ts';
import { importOpeningBalances } from '#capital/opening/application/import-opening.ts';
import { sheetFiles } from '#capital/sheets/adapters/sheet-files.ts';
import { FILE_ROUTES } from '#shared/contracts/capital/sheets/routes.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openQuotaBook } from './adapters/decision-book.ts';
import { exportQuotas, fileTemplate } from './application/export-quotas.ts';
import { importQuotaDecision } from './application/import-quota-decision.ts';

/** Routes of files, each with the verb that answers it. */
export function fileHandlers(table: Table): Handler[] {
  const reads = openCapitalReads(table);
  const routes = FILE_ROUTES;
  return [
    on(routes.importQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() =>
        importQuotaDecision(openQuotaBook(table, act), sheetFiles, caller, params.sourceId, body),
      ),
    ),
    on(routes.importOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() =>
        importOpeningBalances(openOpeningBook(table, act), sheetFiles, caller, params.sourceId, body),
      ),
    ),
    on(routes.exportQuotas, ({ params, query, caller }) =>
      exportQuotas(reads, sheetFiles, caller, { ...params, ...query }),
    ),
    on(routes.getFileTemplate, ({ params, query }) => fileTemplate(sheetFiles, params, query.format)),
  ];
}
