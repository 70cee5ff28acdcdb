import * as z from 'zod/mini';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { DecisionSchema, ShortTextSchema } from '#shared/contracts/common.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { EventType } from '#shared/contracts/event.ts';
import { queryAll } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import type { MoneyDecision } from '../application/ports.ts';

/** Receipts of a source or allocations to a leaf: a few a year. */
export const DECISIONS_BOUND = 1000;

const FactSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });

/** What every event says that moves money by a decision, and every one that takes it back. */
const DecidedSchema = z.object({ amount: VndCodec, decision: DecisionSchema });
const ReversalSchema = z.object({ entryOn: z.string(), entryVersion: z.int(), reason: ShortTextSchema });

type FactItem = z.infer<typeof FactSchema>;

export function factsUpTo(table: Table, head: Key, upTo: string, bound: number): Promise<FactItem[]> {
  // "~" sorts behind every version, so that the whole last day is included.
  return queryAll(table, FactSchema, { partition: head.pk, between: ['FACT#', `FACT#${upTo}#~`], bound });
}

/** Decisions with what took them back, which is an entry of the same book. */
export function decisionsOf(
  facts: readonly FactItem[],
  decided: EventType,
  reversal: EventType,
): MoneyDecision[] {
  const reversals = new Map<string, MoneyDecision['reversed']>();
  for (const { event } of facts.filter((fact) => fact.event.type === reversal.type)) {
    const { entryOn, entryVersion, reason } = z.parse(ReversalSchema, event.data);
    reversals.set(`${entryOn} ${entryVersion}`, {
      effectiveOn: event.effectiveOn,
      reason,
      by: event.actor,
    });
  }
  return facts
    .filter((fact) => fact.event.type === decided.type)
    .map(({ event: { data, effectiveOn, actor, recordedAt, aggregateVersion }, document }) => {
      const { amount, decision } = z.parse(DecidedSchema, data);
      return {
        effectiveOn,
        amount,
        decision,
        document: document ?? null,
        recordedBy: actor,
        recordedAt,
        version: aggregateVersion,
        reversed: reversals.get(`${effectiveOn} ${aggregateVersion}`) ?? null,
      };
    });
}
