import * as z from 'zod/mini';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Immutable } from '#shared/domain/immutable.ts';
import { DaySchema, InstantSchema } from './common.ts';

/**
 * The envelope every event wears. `subject` is the aggregate it speaks of and `aggregateVersion` that
 * aggregate's version after the act, so a consumer can tell a late event from a new one.
 */
export const EnvelopeSchema = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(80)),
  type: z.string(),
  version: z.int(),
  source: z.string(),
  subject: z.string(),
  aggregateVersion: z.int(),
  communeId: z.nullable(z.string()),
  /** Business day the act counts for. */
  effectiveOn: DaySchema,
  /** Instant the act was written. */
  recordedAt: InstantSchema,
  actor: z.string(),
  correlationId: z.string(),
  /** The event that caused this one; null when a person or system did. */
  causationId: z.nullable(z.string()),
  data: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof EnvelopeSchema>;

export interface EventType<T extends string = string, D extends z.core.$ZodObject = z.core.$ZodObject> {
  readonly type: T;
  readonly version: number;
  readonly source: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly data: D;
  /** How data of each earlier version is read as this one; a version that is not here is unknown. */
  readonly earlier?: Readonly<Record<number, Upcast>>;
}

type Upcast = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** What an event says, as the domain has it; in the envelope it stands as on the wire. */
export type DataOf<E extends EventType> = z.output<E['data']>;

/** An event as it is heard. */
export type EventOf<E extends EventType> = Omit<Envelope, 'type' | 'effectiveOn' | 'data'> & {
  readonly type: E['type'];
  readonly effectiveOn: BusinessDay;
  readonly data: DataOf<E>;
};

export function defineEvent<const T extends string, D extends z.core.$ZodObject>(
  event: EventType<T, D>,
): EventType<T, D> {
  return event;
}

/** What an act says happened, before the envelope is put around it. */
export interface EventDraft<E extends EventType = EventType> {
  readonly event: E;
  readonly subject: string;
  readonly aggregateVersion: number;
  readonly communeId: string | null;
  readonly effectiveOn: string;
  readonly data: Immutable<DataOf<E>>;
}

export function draftEvent<E extends EventType>(draft: EventDraft<E>): EventDraft<E> {
  return draft;
}

/**
 * Data of an event as the present version of its type has it, not yet parsed: facts are kept in the version
 * they were written in. null when that version is unknown here.
 */
export function presentData(
  event: EventType,
  { version, data }: Pick<Envelope, 'version' | 'data'>,
): Record<string, unknown> | null {
  return version === event.version ? data : (event.earlier?.[version]?.(data) ?? null);
}
