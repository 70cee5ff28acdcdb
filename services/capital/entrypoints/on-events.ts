import { loanReactions } from '#capital/reservations/reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-on-events',
  reactions: loanReactions(service.table),
});
