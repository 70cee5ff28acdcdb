import * as z from 'zod/mini';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import type { ClosingBook } from '../application/ports.ts';
import { yearAlreadyClosed } from '../domain/closing.ts';
import { closingKeys } from './fund-keys.ts';

/** ClosingBook on DynamoDB for one act. */
export function openClosingBook(table: Table, act: Act): ClosingBook {
  return {
    today: act.today,
    now: act.now,
    year: async (sourceId, year) => {
      const [source, mark] = [sourceKey(sourceId), closingKeys(sourceId).mark(year)];
      const found = await readForAct(table, act, [source, mark]);
      return {
        source: found.take(source, SourceItemSchema),
        status: found.take(mark, z.unknown()) === null ? 'open' : 'closed',
      };
    },
    keepClosing: ({ sourceId, year, draft, answer }) => {
      const keys = closingKeys(sourceId);
      return commit(table, act, {
        writes: [createItem({ ...keys.mark(year) }, () => yearAlreadyClosed(year))],
        facts: [{ key: keys.statement(year), draft }],
        answer,
      });
    },
  };
}
