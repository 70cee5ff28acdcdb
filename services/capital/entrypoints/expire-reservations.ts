import { scheduledTask } from '#shared/runtime/scheduled.ts';
import { wire } from '../wiring.ts';
import { expireEveryReservation } from './nightly.ts';

const service = wire();

export const handler = scheduledTask({
  ...service,
  name: 'capital-expire-reservations',
  run: (act) => expireEveryReservation(service, service.table, act),
});
