import { eventConsumer } from '#shared/runtime/consumer.ts';
import { queueReactions } from './queue-reactions.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-offer-capital',
  reactions: queueReactions(service.table),
});
