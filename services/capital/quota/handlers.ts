import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openAllocationBook } from './adapters/allocation-book.ts';
import { openQuotaBook, openQuotaReads } from './adapters/decision-book.ts';
import { approveQuotaDecision, endQuotaDecision } from './application/decide-quota-decision.ts';
import { findQuotas } from './application/find-quotas.ts';
import { proposeQuotaDecision } from './application/propose-quota-decision.ts';
import { reverseAllocation } from './application/reverse-allocation.ts';
import { listQuotaDecisions, showQuotaDecision } from './application/show-quota-decisions.ts';

/** Routes of quota decisions, each with the verb that answers it. */
export function quotaHandlers(table: Table): Handler[] {
  const reads = openQuotaReads(table);
  const book = (act: Act) => openQuotaBook(table, act);
  const routes = QUOTA_ROUTES;
  return [
    on(routes.listQuotas, ({ params, query, caller }) =>
      findQuotas(openBookReads(table), caller, params.sourceId, query),
    ),
    on(routes.reverseAllocation, ({ params, body, caller, act }) =>
      untilWritten(() => reverseAllocation(openAllocationBook(table, act), caller, params.sourceId, body)),
    ),
    on(routes.proposeQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() => proposeQuotaDecision(book(act), caller, params.sourceId, body)),
    ),
    on(routes.approveQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() => approveQuotaDecision(book(act), caller, params, body.remark ?? null)),
    ),
    on(routes.rejectQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() =>
        endQuotaDecision(book(act), caller, params, { outcome: 'rejected', reason: body.reason }),
      ),
    ),
    on(routes.withdrawQuotaDecision, ({ params, body, caller, act }) =>
      untilWritten(() =>
        endQuotaDecision(book(act), caller, params, { outcome: 'withdrawn', reason: body.reason }),
      ),
    ),
    on(routes.listQuotaDecisions, ({ params, query, caller }) =>
      listQuotaDecisions(reads, caller, params.sourceId, {
        status: query.status ?? null,
        page: pageRequest(query),
      }),
    ),
    on(routes.getQuotaDecision, ({ params, query, caller }) =>
      showQuotaDecision(reads, caller, params, query.cursor),
    ),
  ];
}
