import * as z from 'zod/mini';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from '#shared/application/pages.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';
import type { Act } from './act.ts';
import { commit } from './commit.ts';
import { queryPage, readForAct } from './read.ts';
import { OUTBOX_ATTRIBUTE } from './table-shape.ts';
import type { Table } from './table.ts';
import { createItem, replaceItem } from './write.ts';

/**
 * Events that can never succeed as they are wait here, whole and with the reason, until an administrator
 * sends them round again. Keys: pk PARKED, sk <eventId>#<consumer>.
 */
const PARTITION = 'PARKED';

const ParkedItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.int(),
  eventId: z.string(),
  consumer: z.string(),
  reason: z.string(),
  detail: z.object({ vi: z.string(), en: z.string() }),
  parkedAt: z.string(),
  status: z.enum(['parked', 'redriven']),
  /** The event as received, JSON text: not under the outbox attribute, or the pipe would publish it again. */
  payload: z.string(),
});

export type ParkedItem = z.infer<typeof ParkedItemSchema>;

export interface ParkedEvent {
  readonly eventId: string;
  readonly consumer: string;
  readonly reason: string;
  readonly detail: Text;
  readonly parkedAt: string;
  readonly payload: string;
}

/** Parking the same event again replaces the reason; it needs no condition and may be repeated. */
export async function parkEvent(table: Table, parked: ParkedEvent): Promise<void> {
  const item: ParkedItem = {
    pk: PARTITION,
    sk: `${parked.eventId}#${parked.consumer}`,
    version: Date.parse(parked.parkedAt),
    status: 'parked',
    ...parked,
  };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

export function listParked(table: Table, cursor: string | undefined): Promise<Page<ParkedItem>> {
  return queryPage(table, ParkedItemSchema, { partition: PARTITION, cursor });
}

/**
 * Publishes a parked event again, under the source `redrive.<service>` that only this service's rules match.
 * Its id stays, so a consumer that did apply it in the meantime applies it no second time.
 * Throws `not-found` (404).
 */
export async function redriveParked(
  table: Table,
  act: Act,
  service: string,
  parkedId: { readonly eventId: string; readonly consumer: string },
): Promise<{ id: string; version: number; status: string }> {
  const key = { pk: PARTITION, sk: `${parkedId.eventId}#${parkedId.consumer}` };
  const found = await readForAct(table, act, [key]);
  const parked = found.take(key, ParkedItemSchema);
  const event = parked === null ? null : readEvent(parked.payload);
  if (parked === null || event === null)
    throw new DomainError(COMMON_ERRORS, 'not-found', { id: parkedId.eventId });
  const version = parked.version + 1;
  return commit(table, act, {
    writes: [
      replaceItem({ ...parked, version, status: 'redriven' }, parked.version),
      createItem({
        pk: 'REDRIVE',
        sk: `${act.now}#${act.newId()}`,
        by: act.actor,
        [OUTBOX_ATTRIBUTE]: { ...event, source: `redrive.${service}` },
      }),
    ],
    facts: [],
    answer: { id: parked.eventId, version, status: 'redriven' },
  });
}

/** null when the payload never was an event: such a message can only be looked at. */
function readEvent(payload: string): z.infer<typeof EnvelopeSchema> | null {
  try {
    const parsed = z.safeParse(EnvelopeSchema, JSON.parse(payload));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
