import { totalsReactions } from '#capital/ledger/reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-project-totals',
  reactions: totalsReactions(service.table),
});
