import { eventConsumer } from '#shared/runtime/consumer.ts';
import { totalsReactions } from './reactions.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-project-totals',
  reactions: totalsReactions(service.table),
});
