import { pageRequest } from '#shared/application/pages.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openInvestorReads } from './adapters/investor-reads.ts';
import { openSourceBook } from './adapters/source-book.ts';
import { openSource } from './application/open-source.ts';
import { recordInvestor } from './application/record-investor.ts';

/** Routes of investors and sources, each with the verb that answers it. */
export function sourceHandlers(table: Table): Handler[] {
  const reads = openInvestorReads(table);
  const book = (act: Act) => openSourceBook(table, act);
  const routes = SOURCE_ROUTES;
  return [
    on(routes.putInvestor, ({ params, body, act }) =>
      untilWritten(() => recordInvestor(book(act), { ...params, ...body })),
    ),
    on(routes.listInvestors, ({ query }) => reads.investors(pageRequest(query))),
    on(routes.openSource, ({ body, caller, act }) => untilWritten(() => openSource(book(act), caller, body))),
  ];
}
