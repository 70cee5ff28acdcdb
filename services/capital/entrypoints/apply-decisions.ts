import { eventConsumer } from '#shared/runtime/consumer.ts';
import { openingReactions } from './opening-reactions.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-apply-decisions',
  reactions: openingReactions(service.table),
});
