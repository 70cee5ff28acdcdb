import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openQuotaRequestBook, openQuotaRequestReads } from './adapters/quota-request-book.ts';
import { findQuotaRequests, showQuotaRequest } from './application/find-quota-requests.ts';
import { acceptQuotaRequest, declineQuotaRequest, requestQuota } from './application/request-quota.ts';

/** Routes of requests of communes, each with the verb that answers it. */
export function quotaRequestHandlers(table: Table): Handler[] {
  const reads = openQuotaRequestReads(table);
  const book = (act: Act) => openQuotaRequestBook(table, act);
  const routes = QUOTA_REQUEST_ROUTES;
  return [
    on(routes.requestQuota, ({ body, caller, act }) =>
      untilWritten(() => requestQuota(book(act), caller, body)),
    ),
    on(routes.acceptQuotaRequest, ({ params, body, caller, act }) =>
      untilWritten(() => acceptQuotaRequest(book(act), caller, params.requestId, body)),
    ),
    on(routes.declineQuotaRequest, ({ params, body, caller, act }) =>
      untilWritten(() => declineQuotaRequest(book(act), caller, params.requestId, body)),
    ),
    on(routes.listQuotaRequests, ({ query, caller }) => findQuotaRequests(reads, caller, query)),
    on(routes.getQuotaRequest, ({ params, caller }) => showQuotaRequest(reads, caller, params.requestId)),
  ];
}
