import * as z from 'zod/mini';
import { leafKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { bookPaper, freePaper } from '#capital/ledger/adapters/paper-table.ts';
import { post } from '#capital/ledger/adapters/posting.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { referenceReads } from '#capital/references/adapters/reference-table.ts';
import type { Act } from '#shared/data/act.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { getItem, queryPage, readForAct, readManyForAct } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import type { KeptDecision, QuotaBook, QuotaReads } from '../application/ports.ts';
import { placeName } from '../domain/quota-lines.ts';
import type { QuotaRow } from '../domain/quota-preview.ts';
import {
  DecisionItemSchema,
  decisionKey,
  decisionsPartition,
  decisionWrite,
  ROWS,
  ROWS_OF_ITEM,
  rowsItems,
  RowsItemSchema,
  rowsKey,
  statusPrefix,
} from './decision-table.ts';

/** QuotaBook on DynamoDB for one act: each `keep` is one transaction. */
export function openQuotaBook(table: Table, act: Act): QuotaBook {
  return {
    today: act.today,
    now: act.now,
    isRehearsal: act.dryRun,
    ...referenceReads(table, act),
    open: async ({ sourceId, decisionId }) => {
      const keys = { source: sourceKey(sourceId), decision: decisionKey(sourceId, decisionId) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        decision: found.take(keys.decision, DecisionItemSchema),
      };
    },
    leaves: async (sourceId, places) => {
      const named = new Map(places.map((place) => [placeName(place), place]));
      const keys = new Map(
        [...named].map(([name, { programmeId, areaId }]) => [
          name,
          leafKey({ sourceId, programmeId, communeId: areaId }),
        ]),
      );
      const take = await readManyForAct(table, act, [...keys.values()]);
      const leaves = new Map<string, Leaf>();
      for (const [name, key] of keys) {
        const leaf = take(key, LeafItemSchema);
        if (leaf !== null) leaves.set(name, leaf);
      }
      return leaves;
    },
    rows: async ({ sourceId, decisionId }, from, to) => {
      const first = Math.floor(from / ROWS_OF_ITEM);
      const keys: Key[] = [];
      for (let block = first; block * ROWS_OF_ITEM < to; block += 1) {
        keys.push(rowsKey(sourceId, decisionId, block));
      }
      const take = await readManyForAct(table, act, keys);
      const rows = keys.flatMap((key): QuotaRow[] => {
        const item = take(key, RowsItemSchema);
        if (item === null) throw new Error(`${key.pk} lacks rows`);
        return item.rows;
      });
      return rows.slice(from - first * ROWS_OF_ITEM, to - first * ROWS_OF_ITEM);
    },
    keep: (kept) => keepDecision(table, kept.by === undefined ? act : { ...act, actor: kept.by }, kept),
  };
}

function keepDecision<A>(table: Table, act: Act, kept: KeptDecision<A>): Promise<A> {
  const { decision, rows = [], source, leaves, draft } = kept;
  const { pk } = decisionKey(decision.sourceId, decision.decisionId);
  return post(table, act, {
    source: source === null ? undefined : { book: source, read: source.version - 1 },
    leaves: leaves.map(({ leaf, read }) => ({ book: leaf, read })),
    facts: leaves.flatMap(({ facts }) => facts),
    aggregates: [
      decisionWrite(decision),
      ...rowsItems(decision, rows).map((block) => createItem(block)),
      ...(kept.books ? [bookPaper(kept.books, act.actor)] : []),
      ...(kept.frees ? [freePaper(kept.frees)] : []),
    ],
    events:
      draft === null
        ? []
        : [{ key: { pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) }, draft }],
    answer: kept.answer,
  });
}

export function openQuotaReads(table: Table): QuotaReads {
  return {
    decisions: async (sourceId, status, page) => {
      const { items, next } = await queryPage(table, z.object({ summary: DecisionItemSchema }), {
        index: 'gsi1',
        partition: decisionsPartition(sourceId),
        ...(status === null ? {} : { prefix: statusPrefix(status) }),
        ...page,
      });
      return { items: items.map(({ summary }) => summary), next };
    },
    decision: ({ sourceId, decisionId }) =>
      getItem(table, decisionKey(sourceId, decisionId), DecisionItemSchema),
    rowsOf: async ({ sourceId, decisionId }, cursor) => {
      const { items, next } = await queryPage(table, RowsItemSchema, {
        partition: decisionKey(sourceId, decisionId).pk,
        prefix: ROWS,
        limit: 1,
        cursor,
      });
      return {
        items: items.flatMap(({ rows }) => rows),
        next: items.some(({ isLast }) => isLast) ? null : next,
      };
    },
    hasSource: async (sourceId) => (await getItem(table, sourceKey(sourceId), SourceItemSchema)) !== null,
  };
}
