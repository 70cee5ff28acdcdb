import { observe } from '#shared/runtime/observability.ts';
import { deadLetterParker } from '#shared/runtime/parker.ts';
import { CONSUMER, environment, table } from '../wiring.ts';

/** Keeps what the consumer could not apply in any of its attempts. */
export const handler = deadLetterParker({
  ...observe(environment.SERVICE_NAME),
  table,
  consumerOf: () => CONSUMER,
});
