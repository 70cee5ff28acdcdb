import * as z from 'zod/mini';
import { CapitalReceived, CapitalReceiptReversed } from '#shared/contracts/capital/events.ts';
import {
  FundHandOverReversed,
  FundHandedOver,
  FundingPlanRecorded,
} from '#shared/contracts/capital/fund-events.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { FundReads, HandOverRecord, RecordedPlan } from '../application/fund-ports.ts';
import type { Receipt } from '../domain/funding-plan.ts';
import type { Holding } from '../domain/holding.ts';
import { heldPartition, planKeys, sourceKey } from './capital-table.ts';
import { openClosingReads } from './closing-reads.ts';

/** What a source itself went through: a few acts a month. */
const FACTS_BOUND = 2000;
/** A few plans of a source, each revised a few times a year. */
const PLANS_BOUND = 1000;
/** Thirteen former districts, handed over and back a few times. */
const HELD_BOUND = 500;

const FactSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });
type FactItem = z.infer<typeof FactSchema>;
const HeldSchema = z.object({
  summary: z.object({
    sourceId: z.string(),
    holderSourceId: z.string(),
    version: z.int(),
    on: z.string(),
    recordedAt: z.string(),
    isEnd: z.boolean(),
  }),
});
/** What was handed over; the postings are the ledger’s. */
const RecordedSchema = z.omit(FundHandedOver.data, { postings: true });
type Held = z.infer<typeof HeldSchema>['summary'];

export function openFundReads(table: Table): FundReads {
  const factsOf = (sourceId: string): Promise<FactItem[]> =>
    queryAll(table, FactSchema, {
      partition: sourceKey(sourceId).pk,
      prefix: 'FACT#',
      bound: FACTS_BOUND,
    });
  return {
    ...openClosingReads(table),
    handOvers: async (sourceId) => handOversIn(await factsOf(sourceId)),
    receipts: async (sourceId) => receiptsIn(await factsOf(sourceId)),
    plans: async (sourceId) => {
      const { partition, versions } = planKeys(sourceId);
      const facts = await queryAll(table, FactSchema, { partition, prefix: versions, bound: PLANS_BOUND });
      return facts.map(({ event }) => planIn(event));
    },
    holdingsOf: async (sourceId) =>
      holdingsIn(
        await queryAll(table, HeldSchema, {
          partition: sourceKey(sourceId).pk,
          prefix: 'HANDED#',
          bound: HELD_BOUND,
        }),
      ),
    heldBy: async (holderSourceId) =>
      holdingsIn(
        await queryAll(table, HeldSchema, {
          index: 'gsi1',
          partition: heldPartition(holderSourceId),
          bound: HELD_BOUND,
        }),
      ),
  };
}

/** Reversals of a kind by the entry they name. */
function reversalsIn(facts: readonly FactItem[], type: string): ReadonlyMap<string, Envelope> {
  return new Map(
    facts
      .filter(({ event }) => event.type === type)
      .map(({ event }) => [`${String(event.data['entryOn'])} ${String(event.data['entryVersion'])}`, event]),
  );
}

const nameOf = (event: Envelope): string => `${event.effectiveOn} ${event.aggregateVersion}`;

function handOversIn(facts: readonly FactItem[]): HandOverRecord[] {
  const reversals = reversalsIn(facts, FundHandOverReversed.type);
  return facts
    .filter(({ event }) => event.type === FundHandedOver.type)
    .map(({ event, document }) => {
      const { amount, ...data } = z.parse(RecordedSchema, event.data);
      const reversal = reversals.get(nameOf(event));
      return {
        ...data,
        fund: amount,
        effectiveOn: event.effectiveOn,
        version: event.aggregateVersion,
        document: document ?? null,
        recordedBy: event.actor,
        recordedAt: event.recordedAt,
        reversed: reversal
          ? {
              effectiveOn: reversal.effectiveOn,
              reason: z.parse(FundHandOverReversed.data, reversal.data).reason,
              by: reversal.actor,
              recordedAt: reversal.recordedAt,
            }
          : null,
      };
    });
}

function receiptsIn(facts: readonly FactItem[]): Receipt[] {
  const reversals = reversalsIn(facts, CapitalReceiptReversed.type);
  return facts
    .filter(({ event }) => event.type === CapitalReceived.type)
    .map(({ event }) => {
      const { amount, trancheId = null } = z.parse(CapitalReceived.data, event.data);
      const reversal = reversals.get(nameOf(event));
      return {
        effectiveOn: event.effectiveOn,
        version: event.aggregateVersion,
        recordedAt: event.recordedAt,
        amount: parseVnd(amount),
        trancheId,
        reversed: reversal ? { effectiveOn: reversal.effectiveOn, recordedAt: reversal.recordedAt } : null,
      };
    });
}

function planIn({ data, effectiveOn, aggregateVersion, recordedAt, actor }: Envelope): RecordedPlan {
  const { planId, years, tranches, decision } = z.parse(FundingPlanRecorded.data, data);
  return {
    planId,
    version: aggregateVersion,
    effectiveOn,
    recordedAt,
    recordedBy: actor,
    decision,
    years: years.map(({ year, amount }) => ({ year, amount: parseVnd(amount) })),
    tranches: tranches.map((tranche) => ({ ...tranche, amount: parseVnd(tranche.amount) })),
  };
}

function holdingsIn(rows: readonly { readonly summary: Held }[]): Holding[] {
  const ends = new Map(
    rows
      .filter(({ summary }) => summary.isEnd)
      .map(({ summary }) => [`${summary.sourceId} ${summary.version}`, summary]),
  );
  return rows
    .filter(({ summary }) => !summary.isEnd)
    .map(({ summary: { sourceId, holderSourceId, version, on, recordedAt } }) => {
      const end = ends.get(`${sourceId} ${version}`);
      return {
        sourceId,
        holderSourceId,
        from: on,
        recordedAt,
        ended: end ? { on: end.on, recordedAt: end.recordedAt } : null,
      };
    });
}
