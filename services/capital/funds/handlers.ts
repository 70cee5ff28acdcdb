import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openClosingBook } from './adapters/closing-book.ts';
import { openFundsBook } from './adapters/fund-book.ts';
import { openFundReads } from './adapters/fund-reads.ts';
import { openPlanBook } from './adapters/plan-book.ts';
import { closeYear } from './application/close-year.ts';
import { handOverFund } from './application/hand-over-fund.ts';
import { receiveCapital } from './application/receive-capital.ts';
import { recordFundingPlan } from './application/record-funding-plan.ts';
import { reverseHandOver } from './application/reverse-hand-over.ts';
import { reverseReceipt } from './application/reverse-receipt.ts';
import { reverseWithdrawal } from './application/reverse-withdrawal.ts';
import { showClosing, showClosings, showLateEntries } from './application/show-closings.ts';
import { showHandOvers } from './application/show-hand-overs.ts';
import { showHoldings } from './application/show-holdings.ts';
import { showLateTranches, showPlans, showPlanVersions } from './application/show-plans.ts';
import { withdrawCapital } from './application/withdraw-capital.ts';

/** Routes of funds as a whole, each with the verb that answers it. */
export function fundHandlers(table: Table): Handler[] {
  const reads = openBookReads(table);
  const funds = openFundReads(table);
  const book = (act: Act) => openFundsBook(table, act);
  const routes = FUND_ROUTES;
  return [
    on(routes.receiveCapital, ({ params, body, caller, act }) =>
      untilWritten(() => receiveCapital(book(act), caller, params.sourceId, body)),
    ),
    on(routes.reverseReceipt, ({ params, body, caller, act }) =>
      untilWritten(() => reverseReceipt(book(act), caller, params.sourceId, body)),
    ),
    on(routes.withdrawCapital, ({ params, body, caller, act }) =>
      untilWritten(() => withdrawCapital(book(act), caller, params.sourceId, body)),
    ),
    on(routes.reverseWithdrawal, ({ params, body, caller, act }) =>
      untilWritten(() => reverseWithdrawal(book(act), caller, params.sourceId, body)),
    ),
    on(routes.handOverFund, ({ params, body, caller, act }) =>
      untilWritten(() => handOverFund(book(act), reads, caller, params.sourceId, body)),
    ),
    on(routes.reverseHandOver, ({ params, body, caller, act }) =>
      untilWritten(() => reverseHandOver(book(act), caller, params.sourceId, body)),
    ),
    on(routes.recordFundingPlan, ({ params, body, caller, act }) =>
      untilWritten(() => recordFundingPlan(openPlanBook(table, act), caller, params.sourceId, body)),
    ),
    on(routes.listFundingPlans, ({ params, query, caller, act }) =>
      showPlans(reads, funds, caller, params.sourceId, { ...query, asOf: query.asOf ?? act.today }, act.now),
    ),
    on(routes.listFundingPlanVersions, ({ params, caller }) => showPlanVersions(funds, caller, params)),
    on(routes.listLateTranches, ({ query, caller, act }) =>
      showLateTranches(reads, funds, caller, query.asOf ?? act.today, pageRequest(query)),
    ),
    on(routes.closeYear, ({ params, body, caller, act }) =>
      untilWritten(() => closeYear(openClosingBook(table, act), reads, caller, params.sourceId, body)),
    ),
    on(routes.listClosings, ({ params, caller }) => showClosings(reads, funds, caller, params.sourceId)),
    on(routes.getClosing, ({ params, caller }) => showClosing(reads, funds, caller, params)),
    on(routes.listLateEntries, ({ params, query, caller }) =>
      showLateEntries(funds, caller, params, pageRequest(query)),
    ),
    on(routes.listHandOvers, ({ params, caller }) => showHandOvers(reads, funds, caller, params.sourceId)),
    on(routes.getHoldings, ({ params, query, caller, act }) =>
      showHoldings(
        reads,
        funds,
        caller,
        params.sourceId,
        { ...query, asOf: query.asOf ?? act.today },
        act.now,
      ),
    ),
  ];
}
