import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { EnvelopeSchema, presentData } from '#shared/contracts/event.ts';
import type { Envelope, EventOf, EventType } from '#shared/contracts/event.ts';
import { Replay } from '#shared/data/act.ts';
import type { Act } from '#shared/data/act.ts';
import { parkEvent } from '#shared/data/parked.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';
import { readClock } from './clock.ts';
import { LOG, METRIC, publishMetrics } from './observability.ts';
import type { Observability } from './observability.ts';
import { Poison } from './poison.ts';

/** Applies one event. `act` remembers the event's id, so committing it twice changes nothing. */
export interface Reaction {
  readonly event: EventType;
  readonly apply: (event: Envelope, act: Act) => Promise<unknown>;
}

export function onEvent<E extends EventType>(
  event: E,
  apply: (event: EventOf<E>, act: Act) => Promise<unknown>,
): Reaction {
  return { event, apply: (envelope, act) => apply(envelope as unknown as EventOf<E>, act) };
}

export interface ConsumerOptions extends Observability {
  /** Name of the consumer; with the event's id it makes an event count once. */
  readonly name: string;
  readonly table: Table;
  readonly reactions: readonly Reaction[];
}

/**
 * The function behind a queue. An event that can never succeed is parked at once with its reason; one that
 * cannot succeed yet goes back to the queue, alone, and after the queue's last attempt to the dead letters.
 */
export function eventConsumer(options: ConsumerOptions) {
  const reactions = new Map(options.reactions.map((reaction) => [reaction.event.type, reaction]));
  return middy(async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of Records) {
      if (!(await consume(options, reactions, record)))
        batchItemFailures.push({ itemIdentifier: record.messageId });
    }
    return { batchItemFailures };
  })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .use(publishMetrics(options.metrics));
}

/** True when the message is done with: applied, repeated or parked. */
async function consume(
  options: ConsumerOptions,
  reactions: ReadonlyMap<string, Reaction>,
  record: SQSRecord,
): Promise<boolean> {
  const { logger, metrics } = options;
  const detail = detailOf(record.body);
  const envelope = z.safeParse(EnvelopeSchema, detail);
  const about = {
    eventId: envelope.data?.id ?? record.messageId,
    eventType: envelope.data?.type,
    consumer: options.name,
  };
  try {
    if (!envelope.success) throw new Poison('not-an-event', NOT_AN_EVENT);
    await applyEvent(options, reactions, envelope.data);
    logger.info(LOG.eventApplied.message, { code: LOG.eventApplied.code, ...about });
    metrics.addMetric(METRIC.eventsApplied, MetricUnit.Count, 1);
    return true;
  } catch (error) {
    if (error instanceof Replay) {
      logger.info(LOG.eventRepeated.message, { code: LOG.eventRepeated.code, ...about });
      metrics.addMetric(METRIC.eventsRepeated, MetricUnit.Count, 1);
      return true;
    }
    const poison = poisonOf(error);
    if (!poison) {
      logger.warn(LOG.eventDelayed.message, { code: LOG.eventDelayed.code, ...about, error });
      return false;
    }
    return park(options, about, poison, detail ?? record.body);
  }
}

async function park(
  { logger, metrics, table, name }: ConsumerOptions,
  about: { readonly eventId: string },
  poison: Poison,
  payload: unknown,
): Promise<boolean> {
  try {
    await parkEvent(table, {
      eventId: about.eventId,
      consumer: name,
      reason: poison.reason,
      detail: poison.detail,
      parkedAt: readClock().now,
      payload: JSON.stringify(payload),
    });
  } catch (error) {
    logger.warn(LOG.eventDelayed.message, { code: LOG.eventDelayed.code, ...about, error });
    return false;
  }
  logger.error(LOG.eventParked.message, { code: LOG.eventParked.code, ...about, reason: poison.reason });
  metrics.addMetric(METRIC.eventsParked, MetricUnit.Count, 1);
  return true;
}

async function applyEvent(
  options: ConsumerOptions,
  reactions: ReadonlyMap<string, Reaction>,
  envelope: Envelope,
): Promise<void> {
  const reaction = reactions.get(envelope.type);
  if (!reaction) throw new Poison('unknown-event-type', UNKNOWN_TYPE);
  const present = presentData(reaction.event, envelope);
  if (present === null) throw new Poison('unknown-event-version', UNKNOWN_VERSION);
  const data = z.safeParse(reaction.event.data, present);
  if (!data.success) throw new Poison('event-data-malformed', MALFORMED_DATA);
  const event = { ...envelope, version: reaction.event.version, data: data.data };
  await untilWritten(() => reaction.apply(event, actOf(options.name, envelope)));
}

function actOf(consumer: string, cause: Envelope): Act {
  return {
    actor: `system:${consumer}`,
    ...readClock(),
    correlationId: cause.correlationId,
    causationId: cause.id,
    once: { key: { pk: `SEEN#${cause.id}`, sk: consumer }, hash: cause.id },
    dryRun: false,
    // Nobody waits to be told.
    answerOf: () => null,
    newId: randomUUID,
  };
}

/** A rule that says no will say no again: refusals are poison; everything else may pass with time. */
function poisonOf(error: unknown): Poison | null {
  if (error instanceof Poison) return error;
  return error instanceof DomainError ? new Poison(error.code, error.entry.title) : null;
}

/** The event inside the message EventBridge put on the queue; null when it is not readable. */
export function detailOf(body: string): unknown {
  try {
    const message: unknown = JSON.parse(body);
    return typeof message === 'object' && message !== null && 'detail' in message ? message.detail : null;
  } catch {
    return null;
  }
}

const NOT_AN_EVENT: Text = { vi: 'Thông điệp không phải sự kiện', en: 'The message is not an event' };
const UNKNOWN_TYPE: Text = { vi: 'Loại sự kiện chưa biết', en: 'The event type is unknown here' };
const UNKNOWN_VERSION: Text = { vi: 'Phiên bản sự kiện chưa biết', en: 'The event version is unknown here' };
const MALFORMED_DATA: Text = {
  vi: 'Nội dung sự kiện sai cấu trúc',
  en: 'The data of the event is malformed',
};
