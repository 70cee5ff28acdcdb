import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { everySource } from '#capital/ledger/nightly.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { LOG, METRIC } from '#shared/runtime/observability.ts';
import type { Observability } from '#shared/runtime/observability.ts';
import { openLedgerReads } from './adapters/ledger-reads.ts';
import { verifySource } from './application/verify-ledger.ts';
import type { Verified } from './application/verify-ledger.ts';

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
