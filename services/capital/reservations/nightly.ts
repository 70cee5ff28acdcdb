import { everySource } from '#capital/ledger/nightly.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { LOG } from '#shared/runtime/observability.ts';
import type { Observability } from '#shared/runtime/observability.ts';
import { openLoanBook } from './adapters/loan-book.ts';
import { dueReservations } from './adapters/reservation-reads.ts';
import { expireReservation } from './application/expire-reservation.ts';

/** Takes every step of reservations whose day has come: warnings, and money back to the leaf. */
export async function expireEveryReservation(
  { logger }: Observability,
  table: Table,
  act: Act,
): Promise<void> {
  for await (const sourceId of everySource(table)) {
    let steps = 0;
    for await (const loanId of dueReservations(table, sourceId, act.today)) {
      while (await untilWritten(() => expireReservation(openLoanBook(table, act), loanId))) steps += 1;
    }
    if (steps > 0) {
      logger.info(LOG.reservationsStepped.message, { code: LOG.reservationsStepped.code, sourceId, steps });
    }
  }
}
