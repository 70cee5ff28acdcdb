import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { sheetFiles } from '#capital/sheets/adapters/sheet-files.ts';
import { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openQuotaBook } from './adapters/decision-book.ts';
import { exportQuotas } from './application/export-quotas.ts';
import { importQuotaDecision } from './application/import-quota-decision.ts';

/** Routes of quota decisions in files, each with the verb that answers it. */
export function quotaFileHandlers(table: Table): Handler[] {
  const reads = openBookReads(table);
  const routes = QUOTA_FILE_ROUTES;
  return [
    on(routes.importQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() =>
        importQuotaDecision(openQuotaBook(table, act), sheetFiles, caller, params.sourceId, body),
      ),
    ),
    on(routes.exportQuotas, ({ params, query, caller }) =>
      exportQuotas(reads, sheetFiles, caller, { ...params, ...query }),
    ),
  ];
}
