import { openGroupReader } from '#lending/groups/adapters/group-reader.ts';
import { findGroup } from '#lending/groups/application/find-groups.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import { mapPage } from '#shared/application/pages.ts';
import { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { listGroupLoans, listLoanFacts, listLoans } from './adapters/lists.ts';
import { openLoanReader } from './adapters/loan-reader.ts';
import { openLoanStore } from './adapters/loan-store.ts';
import { loanView, transactionView } from './adapters/loan-view.ts';
import { disburseLoan } from './application/disburse-loan.ts';
import { assertLoanReachable, findLoan } from './application/find-loans.ts';
import { freezeLoan } from './application/freeze-loan.ts';
import { recordRepayment } from './application/record-repayment.ts';
import { writeOffLoan } from './application/write-off-loan.ts';

/** Routes of running loans, each with the verb that answers it. */
export function loanHandlers(table: Table): Handler[] {
  const reader = openLoanReader(table);
  const groups = openGroupReader(table);
  const act = acting((request) => openLoanStore(table, request));
  const routes = LOAN_ROUTES;
  return [
    on(routes.disburseLoan, (r) => act(r, (context) => disburseLoan(context, r.params.loanId, r.body))),
    on(routes.recordRepayment, (r) => act(r, (context) => recordRepayment(context, r.params.loanId, r.body))),
    on(routes.freezeLoan, (r) => act(r, (context) => freezeLoan(context, r.params.loanId, r.body))),
    on(routes.writeOffLoan, (r) => act(r, (context) => writeOffLoan(context, r.params.loanId, r.body))),
    on(routes.getLoan, async ({ params: { loanId }, query, caller, act }) => {
      const asOf = query.asOf ?? act.today;
      const asked = { asOf, knownOn: knownUpTo(query.knownOn, act.now) };
      return loanView(await findLoan(reader, caller, loanId, asked), asked);
    }),
    on(routes.listLoanTransactions, async ({ params: { loanId }, query, caller }) => {
      await assertLoanReachable(reader, caller, loanId);
      return mapPage(await listLoanFacts(table, loanId, query), transactionView);
    }),
    on(routes.listLoans, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listLoans(table, query.communeId, query);
    }),
    on(routes.listGroupLoans, async ({ params: { groupId }, query, caller }) => {
      await findGroup(groups, caller, groupId);
      return listGroupLoans(table, groupId, query);
    }),
  ];
}
