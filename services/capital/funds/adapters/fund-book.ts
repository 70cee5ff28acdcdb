import * as z from 'zod/mini';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { postChange } from '#capital/ledger/adapters/posting.ts';
import { entryKeys, reversedEntry } from '#capital/ledger/adapters/reversed-entries.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import { InvestorItemSchema, investorKey } from '#capital/sources/adapters/investor-item.ts';
import type { Investor } from '#capital/sources/application/ports.ts';
import type { Act } from '#shared/data/act.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Item } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import type { FundsBook } from '../application/ports.ts';
import { heldPartition, planKeys } from './fund-keys.ts';

/** FundsBook on DynamoDB for one act: each `keep…` is one transaction. */
export function openFundsBook(table: Table, act: Act): FundsBook {
  const source: FundsBook['source'] = async (sourceId) => {
    const key = sourceKey(sourceId);
    return (await readForAct(table, act, [key])).take(key, SourceItemSchema);
  };
  return {
    today: act.today,
    now: act.now,
    source,
    receiptBasis: async (sourceId, investorId, trancheId) => {
      const investor = investorKey(investorId);
      const tranche = trancheId === null ? null : planKeys(sourceId).tranche(trancheId);
      const found = await readForAct(table, act, tranche === null ? [investor] : [investor, tranche]);
      return {
        investor: found.take(investor, InvestorItemSchema)?.content ?? null,
        isPlanned: tranche !== null && found.take(tranche, z.unknown()) !== null,
      };
    },
    sourceAndEntry: async (named, type) => {
      const keys = { source: sourceKey(named.of.source), ...entryKeys(named) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        entry: reversedEntry(found, keys, type),
      };
    },
    sourceOfInvestor: async (sourceId) => {
      const found = await source(sourceId);
      return found && { source: found, investor: await investorOf(table, act, found.investorId) };
    },
    keep: (change) => postChange(table, act, change),
    keepHandOver: (change, holderSourceId) =>
      postChange(table, act, change, {
        beside: (facts) => {
          const { sourceId, version } = change.source;
          return [createItem(heldItem({ sourceId, holderSourceId, version }, '', facts))];
        },
      }),
    keepHandOverEnd: (change, { holderSourceId, version }) =>
      postChange(table, act, change, {
        beside: (facts) => {
          const { sourceId } = change.source;
          return [createItem(heldItem({ sourceId, holderSourceId, version }, '#END', facts))];
        },
      }),
  };
}

async function investorOf(table: Table, act: Act, investorId: string): Promise<Investor> {
  const key = investorKey(investorId);
  const item = (await readForAct(table, act, [key])).take(key, InvestorItemSchema);
  if (item === null) throw new Error(`the investor ${investorId} of a source is not recorded`);
  return item.content;
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
