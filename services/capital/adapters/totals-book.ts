import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import type { Table } from '#shared/data/table.ts';
import { addToItem } from '#shared/data/write.ts';
import type { TotalsBook } from '../application/ports.ts';
import { changesOf } from '../domain/accounts.ts';
import { dayTotalKey, monthTotalKey } from './capital-table.ts';

/** Additions commute, so events may come in any order; the seen event in the same transaction counts each once. */
export function openTotalsBook(table: Table, act: Act): TotalsBook {
  return {
    add: async (sourceId, effectiveOn, postings) => {
      const changes = Object.fromEntries(changesOf(postings));
      await commit(table, act, {
        writes: [
          addToItem(dayTotalKey(sourceId, effectiveOn), changes),
          addToItem(monthTotalKey(sourceId, effectiveOn.slice(0, 7)), changes),
        ],
        facts: [],
        answer: null,
      });
    },
  };
}
