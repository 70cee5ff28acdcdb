import { eventConsumer } from '#shared/runtime/consumer.ts';
import { decisionReactions } from './decision-reactions.ts';
import { openingReactions } from './opening-reactions.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-apply-decisions',
  reactions: [...decisionReactions(service.table), ...openingReactions(service.table)],
});
