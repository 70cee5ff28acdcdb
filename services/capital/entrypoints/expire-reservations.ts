import { expireEveryReservation } from '#capital/reservations/nightly.ts';
import { scheduledTask } from '#shared/runtime/scheduled.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = scheduledTask({
  ...service,
  name: 'capital-expire-reservations',
  run: (act) => expireEveryReservation(service, service.table, act),
});
