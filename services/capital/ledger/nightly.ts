import { eachRow } from '#shared/application/every-row.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { LOG } from '#shared/runtime/observability.ts';
import type { Observability } from '#shared/runtime/observability.ts';
import { openBookReads } from './adapters/book-reads.ts';
import { openSealBook } from './adapters/seal-book.ts';
import { sealDays } from './application/seal-day.ts';

/** Seals what is over of every source, one source after the other. */
export async function sealEverySource({ logger }: Observability, table: Table, act: Act): Promise<void> {
  for await (const sourceId of everySource(table)) {
    const seals = await untilWritten(() => sealDays(openSealBook(table, act), sourceId, act.today));
    for (const seal of seals)
      logger.info(LOG.daySealed.message, { code: LOG.daySealed.code, sourceId, ...seal });
  }
}

/** Every source there is, by its id. */
export async function* everySource(table: Table): AsyncIterable<string> {
  for await (const { sourceId } of eachRow(openBookReads(table).sources)) yield sourceId;
}
