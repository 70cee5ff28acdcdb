import { eventConsumer } from '#shared/runtime/consumer.ts';
import { loanReactions } from './reactions.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-on-events',
  reactions: loanReactions(service.table),
});
