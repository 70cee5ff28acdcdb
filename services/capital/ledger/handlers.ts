import { pageRequest } from '#shared/application/pages.ts';
import { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openBookReads } from './adapters/book-reads.ts';
import { readChain, readHeads, readSeals } from './adapters/proofs.ts';
import { findEntries } from './application/find-entries.ts';
import { headsView, showLedger } from './application/show-ledger.ts';
import { stateAccount, trialBalance } from './application/state-account.ts';
import { bookOf } from './domain/book.ts';

/** A source by what its path names. */
const sourceBook = ({ sourceId }: { readonly sourceId: string }) => ({ sourceId, leaf: null });

/** Routes of the ledger, each with the verb that answers it. */
export function ledgerHandlers(table: Table): Handler[] {
  const reads = openBookReads(table);
  const routes = LEDGER_ROUTES;
  return [
    on(routes.listSources, ({ query }) => reads.sources(pageRequest(query))),
    on(routes.listEntries, ({ params, query, caller }) => findEntries(reads, caller, params.sourceId, query)),
    on(routes.getTrialBalance, ({ params, query, caller, act }) =>
      trialBalance(reads, caller, sourceBook(params), { ...query, asOf: query.asOf ?? act.today }, act.now),
    ),
    on(routes.getStatement, ({ params, query, caller, act }) =>
      stateAccount(reads, caller, sourceBook(params), query, act.now),
    ),
    on(routes.getLeafStatement, ({ params, query, caller, act }) =>
      stateAccount(reads, caller, bookOf(params.sourceId, params), query, act.now),
    ),
    on(routes.getLeafTrialBalance, ({ params, query, caller, act }) =>
      trialBalance(
        reads,
        caller,
        bookOf(params.sourceId, params),
        { ...query, asOf: query.asOf ?? act.today },
        act.now,
      ),
    ),
    on(routes.listChain, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, () => readChain(table, params.sourceId, pageRequest(query))),
    ),
    on(routes.listChainHeads, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, async () =>
        headsView(await readHeads(table, params.sourceId, pageRequest(query))),
      ),
    ),
    on(routes.listSeals, ({ params, query, caller }) =>
      showLedger(reads, caller, params.sourceId, () => readSeals(table, params.sourceId, pageRequest(query))),
    ),
  ];
}
