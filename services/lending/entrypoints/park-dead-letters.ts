import { observe } from '#shared/runtime/observability.ts';
import { deadLetterParker } from '#shared/runtime/parker.ts';
import { CONSUMER, environment, table } from '../wiring.ts';

/** The lending service has one consumer, so every dead letter is its. */
export const handler = deadLetterParker({
  ...observe(environment.SERVICE_NAME),
  table,
  consumerOf: () => CONSUMER,
});
