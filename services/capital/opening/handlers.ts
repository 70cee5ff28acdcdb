import { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openOpeningBook, openOpeningReads } from './adapters/opening-book.ts';
import { approveOpeningBalances, closeOpeningBalances } from './application/decide-opening.ts';
import { proposeOpeningBalances } from './application/propose-opening.ts';
import {
  approveOpeningReversal,
  closeOpeningReversal,
  proposeOpeningReversal,
} from './application/reverse-opening.ts';
import { showOpening } from './application/show-opening.ts';

/** Routes of opening balances, each with the verb that answers it. */
export function openingHandlers(table: Table): Handler[] {
  const reads = openOpeningReads(table);
  const book = (act: Act) => openOpeningBook(table, act);
  const routes = OPENING_ROUTES;
  return [
    on(routes.proposeOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() => proposeOpeningBalances(book(act), caller, params.sourceId, body)),
    ),
    on(routes.approveOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() => approveOpeningBalances(book(act), caller, params, body.remark ?? null)),
    ),
    on(routes.rejectOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() =>
        closeOpeningBalances(book(act), caller, params, { outcome: 'rejected', reason: body.reason }),
      ),
    ),
    on(routes.withdrawOpeningBalances, ({ params, body, caller, act }) =>
      untilWritten(() =>
        closeOpeningBalances(book(act), caller, params, { outcome: 'withdrawn', reason: body.reason }),
      ),
    ),
    on(routes.proposeOpeningReversal, ({ params, body, caller, act }) =>
      untilWritten(() => proposeOpeningReversal(book(act), caller, params, body.reason)),
    ),
    on(routes.approveOpeningReversal, ({ params, body, caller, act }) =>
      untilWritten(() => approveOpeningReversal(book(act), caller, params, body.remark ?? null)),
    ),
    on(routes.rejectOpeningReversal, ({ params, body, caller, act }) =>
      untilWritten(() =>
        closeOpeningReversal(book(act), caller, params, { outcome: 'rejected', reason: body.reason }),
      ),
    ),
    on(routes.withdrawOpeningReversal, ({ params, body, caller, act }) =>
      untilWritten(() =>
        closeOpeningReversal(book(act), caller, params, { outcome: 'withdrawn', reason: body.reason }),
      ),
    ),
    on(routes.getOpeningBalances, ({ params, query, caller }) =>
      showOpening(reads, caller, params, query.cursor),
    ),
  ];
}
