import { queueReactions } from '#capital/reservations/queue-reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-offer-capital',
  reactions: queueReactions(service.table),
});
