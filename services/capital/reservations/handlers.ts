import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { pageRequest } from '#shared/application/pages.ts';
import { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { openLoanBook } from './adapters/loan-book.ts';
import { openLoanReads } from './adapters/loan-reads.ts';
import { openReservationReads } from './adapters/reservation-reads.ts';
import { keepRules, readRules } from './adapters/reservation-rules.ts';
import { findLoans } from './application/find-loans.ts';
import { findReservations, findWaiting, showQueue } from './application/find-waiting.ts';
import { recordReservationRules } from './application/record-reservation-rules.ts';
import { releaseReservation } from './application/release-reservation.ts';

/** Routes of reservations and queues, each with the verb that answers it. */
export function reservationHandlers(table: Table): Handler[] {
  const reads = openReservationReads(table);
  const loans = { ...openLoanReads(table), source: openBookReads(table).source };
  const routes = RESERVATION_ROUTES;
  return [
    on(routes.listSourceLoans, ({ params, query, caller }) =>
      findLoans(loans, caller, params.sourceId, query),
    ),
    on(routes.putReservationRules, ({ body, act }) =>
      untilWritten(() => recordReservationRules((rules) => keepRules(table, act, rules), body)),
    ),
    on(routes.getReservationRules, () => readRules(table)),
    on(routes.getQueue, ({ params, caller }) => showQueue(reads, caller, params)),
    on(routes.listWaiting, ({ params, query, caller }) =>
      findWaiting(reads, caller, params.sourceId, pageRequest(query)),
    ),
    on(routes.listReservations, ({ params, query, caller }) =>
      findReservations(reads, caller, params, pageRequest(query)),
    ),
    on(routes.releaseReservation, ({ params, body, caller, act }) =>
      untilWritten(() => releaseReservation(openLoanBook(table, act), caller, params.loanId, body)),
    ),
  ];
}
