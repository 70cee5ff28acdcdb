import { forecastReactions } from '#capital/forecast/reactions.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = eventConsumer({
  ...service,
  name: 'capital-project-forecast',
  reactions: forecastReactions(service.table),
});
