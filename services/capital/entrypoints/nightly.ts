import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { LOG, METRIC } from '#shared/runtime/observability.ts';
import type { Observability } from '#shared/runtime/observability.ts';
import { openCapitalBook } from '../adapters/capital-book.ts';
import { openCapitalReads } from '../adapters/capital-reads.ts';
import { openLedgerReads, openSealBook } from '../adapters/ledger-table.ts';
import { dueReservations } from '../adapters/reservation-reads.ts';
import { expireReservation } from '../application/expire-reservation.ts';
import { sealDays } from '../application/seal-day.ts';
import { verifySource } from '../application/verify-ledger.ts';
import type { Verified } from '../application/verify-ledger.ts';

/** Seals what is over of every source, one source after the other. */
export async function sealEverySource({ logger }: Observability, table: Table, act: Act): Promise<void> {
  for await (const sourceId of everySource(table)) {
    const seals = await untilWritten(() => sealDays(openSealBook(table, act), sourceId, act.today));
    for (const seal of seals)
      logger.info(LOG.daySealed.message, { code: LOG.daySealed.code, sourceId, ...seal });
  }
}

/** Verifies every source; each thing that does not fit is a log line and counts towards the alarm. */
export async function verifyEverySource(
  { logger, metrics }: Observability,
  table: Table,
  act: Act,
): Promise<Verified[]> {
  const all: Verified[] = [];
  for await (const sourceId of everySource(table)) {
    const { findings, ...verified } = await verifySource(openLedgerReads(table), sourceId, act.today);
    logger.info(LOG.ledgerVerified.message, { code: LOG.ledgerVerified.code, ...verified });
    for (const finding of findings) {
      logger.error(LOG.ledgerMismatch.message, { code: LOG.ledgerMismatch.code, ...finding });
    }
    if (findings.length > 0) metrics.addMetric(METRIC.ledgerMismatches, MetricUnit.Count, findings.length);
    all.push({ ...verified, findings });
  }
  return all;
}

/** Takes every step of reservations whose day has come: warnings, and money back to the leaf. */
export async function expireEveryReservation(
  { logger }: Observability,
  table: Table,
  act: Act,
): Promise<void> {
  for await (const sourceId of everySource(table)) {
    let steps = 0;
    for await (const loanId of dueReservations(table, sourceId, act.today)) {
      while (await untilWritten(() => expireReservation(openCapitalBook(table, act), loanId))) steps += 1;
    }
    if (steps > 0) {
      logger.info(LOG.reservationsStepped.message, { code: LOG.reservationsStepped.code, sourceId, steps });
    }
  }
}

async function* everySource(table: Table): AsyncIterable<string> {
  const reads = openCapitalReads(table);
  let cursor: string | undefined;
  do {
    const page = await reads.sources({ cursor });
    for (const { sourceId } of page.items) yield sourceId;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
