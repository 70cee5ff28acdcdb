import { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { listLists } from './adapters/list-pages.ts';
import { openListReader } from './adapters/list-reader.ts';
import { openRequestStore } from './adapters/request-store.ts';
import { applyForLoan } from './application/apply-for-loan.ts';
import { approveLoan } from './application/approve-loan.ts';
import { cancelLoan } from './application/cancel-loan.ts';
import { confirmList } from './application/confirm-list.ts';
import { findList } from './application/find-lists.ts';
import { rejectLoan } from './application/reject-loan.ts';
import { requestCapital } from './application/request-capital.ts';
import { submitList } from './application/submit-list.ts';
import { withdrawApplication } from './application/withdraw-application.ts';

/** Routes of requests and lists, each with the verb that answers it. */
export function requestHandlers(table: Table): Handler[] {
  const reader = openListReader(table);
  const act = acting((request) => openRequestStore(table, request));
  const routes = REQUEST_ROUTES;
  return [
    on(routes.submitList, (r) => act(r, (context) => submitList(context, r.body))),
    on(routes.confirmList, (r) => act(r, (context) => confirmList(context, r.params.listId, r.body))),
    on(routes.applyForLoan, (r) => act(r, (context) => applyForLoan(context, r.body))),
    on(routes.withdrawApplication, (r) =>
      act(r, (context) => withdrawApplication(context, r.params.loanId, r.body)),
    ),
    on(routes.approveLoan, (r) => act(r, (context) => approveLoan(context, r.params.loanId, r.body))),
    on(routes.rejectLoan, (r) => act(r, (context) => rejectLoan(context, r.params.loanId, r.body))),
    on(routes.requestCapital, (r) => act(r, (context) => requestCapital(context, r.params.loanId, r.body))),
    on(routes.cancelLoan, (r) => act(r, (context) => cancelLoan(context, r.params.loanId, r.body))),
    on(routes.getList, ({ params: { listId }, caller }) => findList(reader, caller, listId)),
    on(routes.listLists, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listLists(table, query.communeId, query.status, query);
    }),
  ];
}
