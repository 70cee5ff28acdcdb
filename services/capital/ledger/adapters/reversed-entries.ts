import * as z from 'zod/mini';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { ItemSet } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { CapitalFact, NamedEntry } from '../application/ports.ts';
import type { ReversedEntry } from '../domain/reversal.ts';
import { leafKey, loanKey, sourceKey } from './capital-table.ts';

/** An entry, and the mark beside it that it is taken back. */
export function entryKeys({ of, entryOn, entryVersion }: NamedEntry): {
  readonly fact: Key;
  readonly mark: Key;
} {
  const { pk } = headOf(of);
  const sk = factSortKey(entryOn, entryVersion);
  return { fact: { pk, sk }, mark: { pk, sk: `REVERSED#${sk}` } };
}

const EntryItemSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });

const EntryDataSchema = z.object({ amount: VndCodec, decisionId: z.optional(z.string()) });

/** The entry when it is of that type; null otherwise. */
export function reversedEntry(
  found: ItemSet,
  keys: { readonly fact: Key; readonly mark: Key },
  type: string,
): ReversedEntry | null {
  const { event, document = null } = found.take(keys.fact, EntryItemSchema) ?? {};
  if (event?.type !== type) return null;
  const { amount, decisionId = null } = z.parse(EntryDataSchema, event.data);
  return {
    amount,
    decisionId,
    recordedBy: event.actor,
    effectiveOn: event.effectiveOn,
    document,
    isReversed: found.take(keys.mark, z.unknown()) !== null,
  };
}

export function headOf(of: CapitalFact['of']): Key {
  if ('source' in of) return sourceKey(of.source);
  return 'leaf' in of ? leafKey(of.leaf) : loanKey(of.loan);
}
