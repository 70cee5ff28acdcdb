import type { Envelope, EventDraft } from '#shared/contracts/event.ts';
import type { Act } from './act.ts';
import type { Item, Key } from './stored.ts';
import { OUTBOX_ATTRIBUTE } from './table-shape.ts';

/** A fact to store: the event is the fact, and its item is what the pipe carries to the bus. */
export interface Fact {
  readonly key: Key;
  readonly draft: EventDraft;
  /** Given when the envelope had to be known before the write, such as to be hashed; else made from the draft. */
  readonly event?: Envelope;
  /** Attributes beside the event, such as index keys or figures that stay inside the service. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export function envelopeOf(act: Act, draft: EventDraft): Envelope {
  return {
    id: act.newId(),
    type: draft.event.type,
    version: draft.event.version,
    source: draft.event.source,
    subject: draft.subject,
    aggregateVersion: draft.aggregateVersion,
    communeId: draft.communeId,
    effectiveOn: draft.effectiveOn,
    recordedAt: act.now,
    actor: act.actor,
    correlationId: act.correlationId,
    causationId: act.causationId,
    data: draft.data,
  };
}

export function factItem(act: Act, fact: Fact): Item {
  return { ...fact.attributes, ...fact.key, [OUTBOX_ATTRIBUTE]: fact.event ?? envelopeOf(act, fact.draft) };
}

/** Sort key of a fact in its aggregate's partition: by business day, then in the order of the versions. */
export function factSortKey(effectiveOn: string, version: number): string {
  return `FACT#${effectiveOn}#${version.toString().padStart(8, '0')}`;
}
