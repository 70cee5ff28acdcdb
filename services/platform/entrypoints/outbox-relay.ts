import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { OUTBOX_ATTRIBUTE } from '#shared/data/table-shape.ts';
import { observe } from '#shared/runtime/observability.ts';

const { logger } = observe('outbox-relay');

const OutboxSchema = z.object({ [OUTBOX_ATTRIBUTE]: EnvelopeSchema });

/**
 * Enrichment of every service's pipe: turns the stream records of outbox items into the events they hold.
 * The pipe puts what this returns on the bus. Throws on an item that is not an event, which stops the pipe's
 * shard and raises its alarm: an event must not be skipped.
 */
export const handler = middy((records: DynamoDBRecord[]): Promise<Envelope[]> =>
  Promise.resolve(records.map(eventOf)),
).use(injectLambdaContext(logger));

function eventOf(record: DynamoDBRecord): Envelope {
  const image = record.dynamodb?.NewImage as Parameters<typeof unmarshall>[0] | undefined;
  return z.parse(OutboxSchema, unmarshall(image ?? {}))[OUTBOX_ATTRIBUTE];
}
