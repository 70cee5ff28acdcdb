import { deadLetterParker } from '#shared/runtime/parker.ts';
import { consumerOfQueue } from './consumer-of-queue.ts';
import { wire } from '../wiring.ts';

const service = wire();

/** Behind the dead letters of both consumers. */
export const handler = deadLetterParker({
  ...service,
  consumerOf: (queueArn) => consumerOfQueue(queueArn, service.stage),
});
