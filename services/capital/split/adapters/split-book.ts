import * as z from 'zod/mini';
import { readVersions } from '#capital/contracts/adapters/contract-book.ts';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { atVersion, post } from '#capital/ledger/adapters/posting.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import { SplitMonthSchema, SplitRunSchema } from '#shared/contracts/capital/split/views.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryAll, queryPage, readForAct } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import type { SplitBook, SplitReads, SplitRun } from '../application/ports.ts';
import { readFreezes } from './freeze-table.ts';

/**
 * Items of splits, in one partition per source:
 *
 * | item  | pk            | sk               | written                         |
 * | month | SPLITS#source | MONTH#month      | with every run, at its version  |
 * | run   | SPLITS#source | RUN#month#number | once, whole                     |
 *
 * A run costs a BatchGet, reads of last run, contract, balances over time and freezes, one query for each loan that
 * was frozen, and one transaction of month, run, source and its entry; a statement costs one query.
 */
const partition = (sourceId: string): string => `SPLITS#${sourceId}`;

const MONTHS = 'MONTH#';

const runsPrefix = (month: string): string => `RUN#${month}#`;

const monthKey = (sourceId: string, month: string): Key => ({
  pk: partition(sourceId),
  sk: `${MONTHS}${month}`,
});

const runKey = (sourceId: string, month: string, run: number): Key => ({
  pk: partition(sourceId),
  sk: `${runsPrefix(month)}${run.toString().padStart(4, '0')}`,
});

/** Late facts bring a run or two a month. */
const RUNS_BOUND = 500;

const MonthItemSchema = z.object({ version: z.int() });

export function openSplitBook(table: Table, act: Act): SplitBook {
  return {
    today: act.today,
    now: act.now,
    open: async (sourceId, month) => {
      const keys = { source: sourceKey(sourceId), month: monthKey(sourceId, month) };
      const found = await readForAct(table, act, Object.values(keys));
      const source = found.take(keys.source, SourceItemSchema);
      if (source === null) return null;
      const runs = found.take(keys.month, MonthItemSchema)?.version ?? 0;
      const { handedOver } = source;
      const [last, versions, holders] = await Promise.all([
        runs === 0 ? null : getItem(table, runKey(sourceId, month, runs), SplitRunSchema, 'strong'),
        readVersions(table, sourceId, 'strong'),
        handedOver === null ? [] : readVersions(table, handedOver.to, 'strong'),
      ]);
      const holder = handedOver && {
        sourceId: handedOver.to,
        versions: holders,
        from: handedOver.on,
        until: handedOver.until,
      };
      return { source, contracts: { own: { sourceId, versions }, holder }, last };
    },
    keep: ({ sourceId, run, entry, answer }) =>
      post(table, act, {
        source: entry === null ? undefined : { book: entry.source, read: entry.source.version - 1 },
        facts: entry === null ? [] : [{ of: { source: sourceId }, draft: entry.draft, line: entry.line }],
        aggregates: runWrites(sourceId, run),
        answer,
      }),
    pass: (answer) => commit(table, act, { writes: [], facts: [], answer }),
  };
}

/** Two runs of one month at the same time: the month is at the version that was read for one of them only. */
function runWrites(sourceId: string, run: SplitRun): Write[] {
  const { month, effectiveOn, collected, averagePerforming, parts } = run;
  const shown = { month, runs: run.run, lastEffectiveOn: effectiveOn, collected, averagePerforming, parts };
  const item = {
    ...monthKey(sourceId, month),
    version: run.run,
    ...z.encode(SplitMonthSchema, shown),
  };
  return [
    atVersion(item, run.run - 1),
    createItem({ ...runKey(sourceId, month, run.run), ...z.encode(SplitRunSchema, run) }),
  ];
}

export function openSplitReads(table: Table): Pick<SplitReads, 'freezes' | 'splitMonths' | 'splitRuns'> {
  return {
    freezes: (sourceId, from) => readFreezes(table, sourceId, from),
    splitMonths: (sourceId, page) =>
      queryPage(table, SplitMonthSchema, { partition: partition(sourceId), prefix: MONTHS, ...page }),
    splitRuns: (sourceId, month) =>
      queryAll(table, SplitRunSchema, {
        partition: partition(sourceId),
        prefix: runsPrefix(month),
        bound: RUNS_BOUND,
      }),
  };
}
