import { calculationOf } from '#lending/engine/adapters/calculation-input.ts';
import { calculationToWire } from '#lending/engine/adapters/calculation-wire.ts';
import { calculateLoan } from '#lending/engine/application/calculate-loan.ts';
import { listGroups } from '#lending/groups/adapters/group-pages.ts';
import { groupToWire } from '#lending/groups/adapters/group-to-wire.ts';
import { findGroup } from '#lending/groups/application/find-groups.ts';
import {
  findProgramme,
  listOrganisations,
  listProgrammes,
} from '#lending/programmes/adapters/reference-store.ts';
import { versionOn } from '#lending/programmes/domain/programme.ts';
import { listLists } from '#lending/requests/adapters/list-pages.ts';
import { listToWire } from '#lending/requests/adapters/list-to-wire.ts';
import { findList } from '#lending/requests/application/find-lists.ts';
import { mapPage } from '#shared/application/pages.ts';
import { LENDING_ROUTES as R } from '#shared/contracts/lending/http.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openLendingReader } from './adapters/lending-reader.ts';
import { listGroupLoans, listLoanFacts, listLoans, paging } from './adapters/lists.ts';
import { loanToWire, transactionToWire } from './adapters/wire.ts';
import { found } from './application/act-rules.ts';
import { assertLoanReachable, findLoan } from './application/find-loans.ts';

/** Routes that read. Whatever lies in a commune is shown to those who reach the commune. */
export function queryHandlers(table: Table): Handler[] {
  const reader = openLendingReader(table);
  return [
    on(R.listProgrammes, async ({ query, act }) => {
      const day = query.on ?? act.today;
      const page = await listProgrammes(table, paging(query));
      return mapPage(page, ({ terms, ...row }) => ({ ...row, inForce: versionOn(terms, day) }));
    }),
    on(R.getProgramme, async ({ params: { programmeId }, query, act }) => {
      const day = query.on ?? act.today;
      const { revision, content } = found(await findProgramme(table, programmeId), programmeId);
      return { programmeId, revision, ...content, on: day, inForce: versionOn(content.versions, day) };
    }),
    on(R.listOrganisations, ({ query }) => listOrganisations(table, paging(query))),
    on(R.getGroup, async ({ params: { groupId }, caller }) => {
      const group = await findGroup(reader, caller, groupId);
      return groupToWire(group, await reader.findMembers(groupId));
    }),
    on(R.listGroups, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listGroups(table, query.communeId, query);
    }),
    on(R.listGroupLoans, async ({ params: { groupId }, query, caller }) => {
      await findGroup(reader, caller, groupId);
      return listGroupLoans(table, groupId, query);
    }),
    on(R.getList, async ({ params: { listId }, caller }) =>
      listToWire(await findList(reader, caller, listId)),
    ),
    on(R.listLists, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listLists(table, query.communeId, query.status, query);
    }),
    on(R.getLoan, async ({ params: { loanId }, query, caller, act }) => {
      const asOf = query.asOf === undefined ? act.today : businessDay(query.asOf);
      return loanToWire(await findLoan(reader, caller, loanId, asOf), asOf);
    }),
    on(R.listLoanTransactions, async ({ params: { loanId }, query, caller }) => {
      await assertLoanReachable(reader, caller, loanId);
      return mapPage(await listLoanFacts(table, loanId, query), transactionToWire);
    }),
    on(R.listLoans, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listLoans(table, query.communeId, query);
    }),
    on(R.calculateLoan, async ({ body }) =>
      Promise.resolve(calculationToWire(calculateLoan(calculationOf(body)))),
    ),
  ];
}
