import * as z from 'zod/mini';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
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
    data: encoded(draft),
  };
}

/** The data of an event on the wire. Throws Unpublishable. */
function encoded({ event, subject, data }: EventDraft): Envelope['data'] {
  const wire = z.safeEncode(event.data, data);
  if (!wire.success) throw new Unpublishable({ type: event.type, subject }, issuesOf(wire, ['data']));
  return wire.data;
}

/**
 * The item of a fact, whose event its own contract takes. An event that breaks it would stop the pipe or be parked by
 * everybody who listens, long after the act; so it is a defect of the act, which then never happens. Throws Unpublishable.
 */
export function factItem(act: Act, fact: Fact): Item {
  const event = fact.event ?? envelopeOf(act, fact.draft);
  const issues = [
    ...issuesOf(z.safeParse(EnvelopeSchema, event), []),
    ...issuesOf(z.safeParse(fact.draft.event.data, event.data), ['data']),
  ];
  if (issues.length > 0) throw new Unpublishable(event, issues);
  return { ...fact.attributes, ...fact.key, [OUTBOX_ATTRIBUTE]: event };
}

/** An act made an event that its contract does not take: a defect, and nothing of the act was written. */
export class Unpublishable extends Error {
  constructor({ type, subject }: Pick<Envelope, 'type' | 'subject'>, issues: readonly string[]) {
    super(`${type} of ${subject} breaks its contract at ${issues.join(', ')}`);
    this.name = 'Unpublishable';
  }
}

/** Where a value breaks a schema and how; never what it holds, since this is logged. */
function issuesOf(
  result: { readonly error?: z.core.$ZodError | undefined },
  root: readonly string[],
): string[] {
  const issues = result.error?.issues ?? [];
  return issues.map(({ path, code }) => `${[...root, ...path].map(String).join('.')} (${code})`);
}

/** Sort key of a fact in its aggregate's partition: by business day, then in the order of the versions. */
export function factSortKey(effectiveOn: string, version: number): string {
  return `FACT#${effectiveOn}#${version.toString().padStart(8, '0')}`;
}
