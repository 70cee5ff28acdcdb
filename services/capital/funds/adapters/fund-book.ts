import { keepChange, openCapitalBook } from '#capital/ledger/adapters/capital-book.ts';
import { sourceKey } from '#capital/ledger/adapters/source-item.ts';
import type { Act } from '#shared/data/act.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Item } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import type { FundsBook } from '../application/ports.ts';
import { heldPartition } from './fund-keys.ts';

/** FundsBook on DynamoDB for one act: each `keep…` is one transaction. */
export function openFundsBook(table: Table, act: Act): FundsBook {
  const book = openCapitalBook(table, act);
  return {
    today: book.today,
    now: act.now,
    keep: book.keep,
    source: book.source,
    sourceAndEntry: book.sourceAndEntry,
    sourceOfInvestor: async (sourceId) => {
      const source = await book.source(sourceId);
      if (source === null) return null;
      const { investor } = await book.sourceAndInvestor(sourceId, source.investorId);
      if (investor === null) throw new Error(`the investor of ${sourceId} is not recorded`);
      return { source, investor };
    },
    keepHandOver: (change, holderSourceId) =>
      keepChange(table, act, change, (facts) => {
        const { sourceId, version } = change.source;
        return [createItem(heldItem({ sourceId, holderSourceId, version }, '', facts))];
      }),
    keepHandOverEnd: (change, { holderSourceId, version }) =>
      keepChange(table, act, change, (facts) => {
        const { sourceId } = change.source;
        return [createItem(heldItem({ sourceId, holderSourceId, version }, '#END', facts))];
      }),
  };
}

/** One item from which both the source and its holder find a hand-over, or its end. */
function heldItem(
  held: { readonly sourceId: string; readonly holderSourceId: string; readonly version: number },
  end: '' | '#END',
  facts: readonly Fact[],
): Item {
  const { sourceId, holderSourceId, version } = held;
  const number = version.toString().padStart(8, '0');
  const event = facts[0]?.event;
  if (event === undefined) throw new TypeError('a hand-over without its entry');
  const { effectiveOn, recordedAt } = event;
  return {
    pk: sourceKey(sourceId).pk,
    sk: `HANDED#${number}${end}`,
    gsi1pk: heldPartition(holderSourceId),
    gsi1sk: `${sourceId}#${number}${end}`,
    summary: { ...held, on: effectiveOn, recordedAt, isEnd: end !== '' },
  };
}
