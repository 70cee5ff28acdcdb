import * as z from 'zod/mini';
import { readHoldings } from '#capital/funds/adapters/holding-reads.ts';
import { readCells } from '#capital/ledger/adapters/balance-cells.ts';
import { sha256 } from '#capital/ledger/adapters/digest.ts';
import { everyPage, readChain, readHeads, readSeals } from '#capital/ledger/adapters/ledger-table.ts';
import { LAST_DAY } from '#capital/ledger/adapters/seal-book.ts';
import { loansPartition, LoanSummarySchema } from '#capital/reservations/adapters/loan-item.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { LedgerReads } from '../application/ports.ts';

/** The ledger read from its own table. */
export function openLedgerReads(table: Table): LedgerReads {
  return {
    digest: sha256,
    heads: (sourceId) => everyPage((page) => readHeads(table, sourceId, page)),
    entries: (sourceId) => everyPage((page) => readChain(table, sourceId, page)),
    seals: (sourceId) => everyPage((page) => readSeals(table, sourceId, page)),
    loans: async function* loans(sourceId) {
      const schema = z.object({ summary: LoanSummarySchema });
      const partition = loansPartition(sourceId);
      for await (const { summary } of everyPage((page) =>
        queryPage(table, schema, { index: 'gsi1', partition, ...page }),
      )) {
        yield summary;
      }
    },
    holdings: (sourceId) => readHoldings(table, sourceId),
    movedBefore: (book, day) => readCells(table, book, { from: LAST_DAY, to: LAST_DAY, recordedBefore: day }),
  };
}
