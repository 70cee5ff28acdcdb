import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { parkEvent } from '#shared/data/parked.ts';
import { readClock } from './clock.ts';
import { consumerOfQueue } from './consumer-of-queue.ts';
import { detailOf } from './consumer.ts';
import { LOG, METRIC, publishMetrics } from './observability.ts';
import type { Wired } from './wire.ts';

const IdentitySchema = z.object({ id: z.string() });

/**
 * The function behind dead-letter queues: whatever a consumer could not apply in all its attempts is parked
 * in the table, where people see it and can send it round again.
 */
export function deadLetterParker({ logger, metrics, table, environment }: Wired) {
  return middy(async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of Records) {
      const detail = detailOf(record.body);
      const consumer = consumerOfQueue(record.eventSourceARN, environment.STAGE);
      const identity = z.safeParse(IdentitySchema, detail);
      const eventId = identity.success ? identity.data.id : record.messageId;
      try {
        await parkEvent(table, {
          eventId,
          consumer,
          reason: 'attempts-exhausted',
          detail: {
            vi: 'Đã thử đủ số lần mà chưa áp dụng được',
            en: 'Could not be applied in any of its attempts',
          },
          parkedAt: readClock().now,
          payload: JSON.stringify(detail ?? record.body),
        });
        logger.error(LOG.eventParked.message, {
          code: LOG.eventParked.code,
          eventId,
          consumer,
          reason: 'attempts-exhausted',
        });
        metrics.addMetric(METRIC.eventsParked, MetricUnit.Count, 1);
      } catch (error) {
        logger.warn(LOG.eventDelayed.message, { code: LOG.eventDelayed.code, eventId, error });
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  })
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishMetrics(metrics));
}
