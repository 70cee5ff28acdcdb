import { pageRequest } from '#shared/application/pages.ts';
import { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openContractBook, openContractReads } from './adapters/contract-book.ts';
import { decideContractChange, proposeContractChange } from './application/change-contract.ts';
import { listChanges, listVersions, showChange, showContract } from './application/show-contract.ts';

/** Routes of entrustment contracts, each with the verb that answers it. */
export function contractHandlers(table: Table): Handler[] {
  const reads = openContractReads(table);
  const book = (act: Act) => openContractBook(table, act);
  const routes = CONTRACT_ROUTES;
  return [
    on(routes.proposeContractChange, ({ params, body, caller, act }) =>
      untilWritten(() => proposeContractChange(book(act), caller, params.sourceId, body)),
    ),
    on(routes.approveContractChange, ({ params, body, caller, act }) =>
      untilWritten(() =>
        decideContractChange(book(act), caller, params, {
          outcome: 'approved',
          reason: body.remark ?? null,
        }),
      ),
    ),
    on(routes.rejectContractChange, ({ params, body, caller, act }) =>
      untilWritten(() =>
        decideContractChange(book(act), caller, params, { outcome: 'rejected', reason: body.reason }),
      ),
    ),
    on(routes.withdrawContractChange, ({ params, body, caller, act }) =>
      untilWritten(() =>
        decideContractChange(book(act), caller, params, { outcome: 'withdrawn', reason: body.reason }),
      ),
    ),
    on(routes.getContract, ({ params, query, caller, act }) =>
      showContract(reads, caller, { ...params, ...query, asOf: query.asOf ?? act.today }, act.now),
    ),
    on(routes.listContractVersions, ({ params, query, caller }) =>
      listVersions(reads, caller, params.sourceId, pageRequest(query)),
    ),
    on(routes.listContractChanges, ({ params, query, caller }) =>
      listChanges(reads, caller, params.sourceId, pageRequest(query)),
    ),
    on(routes.getContractChange, ({ params, caller }) => showChange(reads, caller, params)),
  ];
}
