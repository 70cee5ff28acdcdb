import { openingReactions } from '#capital/opening/reactions.ts';
import { decisionReactions } from '#capital/quota/reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-apply-decisions',
  reactions: [...decisionReactions(service.table), ...openingReactions(service.table)],
});
