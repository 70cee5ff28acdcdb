import * as z from 'zod/mini';
import { readHoldings } from '#capital/funds/adapters/holding-reads.ts';
import { readCells } from '#capital/ledger/adapters/balance-cells.ts';
import { sha256 } from '#capital/ledger/adapters/digest.ts';
import { readChain, readHeads, readSeals } from '#capital/ledger/adapters/proofs.ts';
import { loansPartition, LoanSummarySchema } from '#capital/reservations/adapters/loan-item.ts';
import { eachRow } from '#shared/application/every-row.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LedgerReads } from '../application/ports.ts';

/** Behind every day that counts. */
const LAST_DAY = '9999-12-31';

/** The ledger read from its own table. */
export function openLedgerReads(table: Table): LedgerReads {
  return {
    digest: sha256,
    heads: (sourceId) => eachRow((page) => readHeads(table, sourceId, page)),
    entries: (sourceId) => eachRow((page) => readChain(table, sourceId, page)),
    seals: (sourceId) => eachRow((page) => readSeals(table, sourceId, page)),
    loans: async function* loans(sourceId) {
      const schema = z.object({ summary: LoanSummarySchema });
      const partition = loansPartition(sourceId);
      for await (const { summary } of eachRow((page) =>
        queryPage(table, schema, { index: 'gsi1', partition, ...page }),
      )) {
        yield summary;
      }
    },
    holdings: (sourceId) => readHoldings(table, sourceId),
    movedBefore: (book, day) => readCells(table, book, { from: LAST_DAY, to: LAST_DAY, recordedBefore: day }),
  };
}
