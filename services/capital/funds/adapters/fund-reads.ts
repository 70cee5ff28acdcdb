import * as z from 'zod/mini';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import {
  CapitalReceiptReversed,
  CapitalReceived,
  FundHandedOver,
  FundHandOverReversed,
  FundingPlanRecorded,
} from '#shared/contracts/capital/funds/events.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { FundReads, HandOverRecord, RecordedPlan } from '../application/ports.ts';
import type { Receipt } from '../domain/funding-plan.ts';
import { openClosingReads } from './closing-reads.ts';
import { planKeys } from './fund-keys.ts';
import { readHeldBy, readHoldings } from './holding-reads.ts';

/** What a source itself went through: a few acts a month. */
const FACTS_BOUND = 2000;

/** A few plans of a source, each revised a few times a year. */
const PLANS_BOUND = 1000;

const FactSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });

type FactItem = z.infer<typeof FactSchema>;

/** What was handed over; the postings are the ledger’s. */
const RecordedSchema = z.omit(FundHandedOver.data, { postings: true });

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
    holdingsOf: (sourceId) => readHoldings(table, sourceId),
    heldBy: (holderSourceId) => readHeldBy(table, holderSourceId),
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
        amount,
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
    years,
    tranches,
  };
}
