import { lendingReactions } from '#lending/requests/reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { CONSUMER, environment, table } from '../wiring.ts';

export const handler = eventConsumer({
  ...observe(environment.SERVICE_NAME),
  name: CONSUMER,
  table,
  reactions: lendingReactions(table),
});
